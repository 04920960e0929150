//! The calendar's SQL.

use crate::calendar::EditionId;
use crate::media::{PictureRow, picture_columns};
use crate::posts::{GuldkornForm, PostId};
use crate::time::UnixMillis;
use std::collections::HashMap;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::edition::{DoorOrder, Edition, NewEdition};
use super::guldkorn::Guldkorn;
use super::opening::{Schedule, ScheduleError};
use super::types::SceneKind;

#[derive(sqlx::FromRow)]
struct EditionRow {
    id: EditionId,
    slug: String,
    title: String,
    lead: String,
    introduction_html: String,
    first_day: String,
    days: i64,
    opens_at: String,
    time_zone: String,
    scene: String,
    door_order: String,
    seed: i64,
}

impl TryFrom<EditionRow> for Edition {
    type Error = sqlx::Error;

    fn try_from(row: EditionRow) -> Result<Self, sqlx::Error> {
        let schedule = Schedule::parse(&row.first_day, row.days, &row.opens_at, &row.time_zone)
            .map_err(|error| sqlx::Error::Decode(error.into()))?;
        Ok(Self {
            id: row.id,
            slug: row.slug,
            title: row.title,
            lead: row.lead,
            introduction_html: row.introduction_html,
            schedule,
            scene: SceneKind::parse(&row.scene),
            order: DoorOrder::parse(&row.door_order, row.seed.cast_unsigned()),
        })
    }
}

#[derive(sqlx::FromRow)]
struct GuldkornRow {
    slug: String,
    title: String,
    form: GuldkornForm,
    quote: String,
    source: String,
    body_html: String,
    sensitive: bool,
    #[sqlx(flatten)]
    picture: PictureRow,
}

impl From<GuldkornRow> for Guldkorn {
    fn from(row: GuldkornRow) -> Self {
        Self {
            slug: row.slug,
            title: row.title,
            form: row.form,
            quote: row.quote,
            source: row.source,
            body_html: row.body_html,
            picture: row.picture.picture(),
            sensitive: row.sensitive,
        }
    }
}

/// Why an edition could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Its dates cannot be.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// The database refused.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// The editions that the public may see, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn public_editions(reader: &SqlitePool) -> Result<Vec<Edition>, sqlx::Error> {
    let rows: Vec<EditionRow> = sqlx::query_as(
        "select id, slug, title, lead, introduction_html, first_day, days, opens_at, time_zone, scene, door_order, seed
         from editions where state = 'published' order by first_day desc, id desc",
    )
    .fetch_all(reader)
    .await?;
    rows.into_iter().map(Edition::try_from).collect()
}

/// The titles of what hangs on the open doors of an edition, by day.
///
/// # Errors
/// When the database cannot be read.
pub async fn open_titles(
    reader: &SqlitePool,
    edition: EditionId,
    now: UnixMillis,
) -> Result<HashMap<u16, String>, sqlx::Error> {
    let rows: Vec<(u16, String)> = sqlx::query_as(
        "select d.day, p.title from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and p.public_from <= $2",
    )
    .bind(edition)
    .bind(now)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().collect())
}

/// The public post on a door, if there is one.
///
/// # Errors
/// When the database cannot be read.
pub async fn post_on_door(
    reader: &SqlitePool,
    edition: EditionId,
    day: u16,
    now: UnixMillis,
) -> Result<Option<PostId>, sqlx::Error> {
    sqlx::query_scalar(
        "select p.id from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and d.day = $2 and p.public_from <= $3",
    )
    .bind(edition)
    .bind(day)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Returns the guldkorn on an open door, if one hangs there.
pub(super) async fn guldkorn_on_door(
    reader: &SqlitePool,
    edition: EditionId,
    day: u16,
    now: UnixMillis,
) -> Result<Option<Guldkorn>, sqlx::Error> {
    let row: Option<GuldkornRow> = sqlx::query_as(concat!(
        "select p.slug, p.title, p.form, p.quote, p.source, p.body_html, p.sensitive, ",
        picture_columns!(),
        " from doors d join posts p on p.id = d.post_id left join pictures i on i.id = p.picture_id
         where d.edition_id = $1 and d.day = $2 and p.form is not null and p.public_from <= $3"
    ))
    .bind(edition)
    .bind(day)
    .bind(now)
    .fetch_optional(reader)
    .await?;
    Ok(row.map(Guldkorn::from))
}

/// What the staff call a day, such as "Lucia"; empty for most. It is public from when the door is open.
///
/// # Errors
/// When the edition has no such day, or the database cannot be read.
pub async fn label_of(
    reader: &SqlitePool,
    edition: EditionId,
    day: u16,
    now: UnixMillis,
) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select label from doors where edition_id = $1 and day = $2 and opens_at <= $3")
        .bind(edition)
        .bind(day)
        .bind(now)
        .fetch_one(reader)
        .await
}

/// When the next door of a public edition opens.
///
/// # Errors
/// When the database cannot be read.
pub async fn next_opening(reader: &SqlitePool, now: UnixMillis) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(
        "select min(d.opens_at) from doors d join editions e on e.id = d.edition_id
         where d.opens_at > $1 and e.state = 'published'",
    )
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Saves a new edition with all its doors, and tells its number.
///
/// # Errors
/// See [`SaveError`].
pub async fn add_edition(
    writer: &mut SqliteConnection,
    edition: &NewEdition,
    introduction_html: &str,
) -> Result<EditionId, SaveError> {
    let schedule = Schedule::parse(&edition.first_day, edition.days, &edition.opens_at, &edition.time_zone)?;
    let id = sqlx::query_scalar(
        "insert into editions (slug, title, lead, introduction_markdown, introduction_html, first_day, days,
             opens_at, time_zone, scene, door_order, seed, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id",
    )
    .bind(&edition.slug)
    .bind(&edition.title)
    .bind(&edition.lead)
    .bind(&edition.introduction)
    .bind(introduction_html)
    .bind(&edition.first_day)
    .bind(edition.days)
    .bind(&edition.opens_at)
    .bind(&edition.time_zone)
    .bind(edition.scene.as_str())
    .bind(edition.order.as_str())
    .bind(edition.order.seed().cast_signed())
    .bind(edition.state.as_str())
    .fetch_one(&mut *writer)
    .await?;
    write_openings(writer, id, &schedule).await?;
    Ok(id)
}

/// Gives a day a name of its own.
///
/// # Errors
/// When the edition has no such day (`RowNotFound`), or the database refuses.
pub async fn set_label(
    writer: &mut SqliteConnection,
    edition: EditionId,
    day: u16,
    label: &str,
) -> Result<(), sqlx::Error> {
    let done = sqlx::query("update doors set label = $3 where edition_id = $1 and day = $2")
        .bind(edition)
        .bind(day)
        .bind(label)
        .execute(writer)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(sqlx::Error::RowNotFound) }
}

/// Works out every door's opening anew: the time-zone database of this binary may know of a later law.
///
/// # Errors
/// When the database refuses.
pub async fn refresh_openings(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let rows: Vec<(EditionId, String, i64, String, String)> =
        sqlx::query_as("select id, first_day, days, opens_at, time_zone from editions")
            .fetch_all(&mut *writer)
            .await?;
    for (id, first_day, days, opens_at, zone) in rows {
        let schedule = Schedule::parse(&first_day, days, &opens_at, &zone)
            .map_err(|error| sqlx::Error::Decode(error.into()))?;
        write_openings(writer, id, &schedule).await?;
    }
    Ok(())
}

/// Writes the doors of an edition with the instants at which they open; what hangs on them stays.
pub(super) async fn write_openings(
    writer: &mut SqliteConnection,
    edition: EditionId,
    schedule: &Schedule,
) -> Result<(), sqlx::Error> {
    for day in 1..=schedule.days() {
        let opening = schedule.opening_of(day).ok_or(sqlx::Error::RowNotFound)?;
        sqlx::query(
            "insert into doors (edition_id, day, opens_at) values ($1, $2, $3)
             on conflict (edition_id, day) do update set opens_at = excluded.opens_at
             where opens_at <> excluded.opens_at",
        )
        .bind(edition)
        .bind(day)
        .bind(UnixMillis::from(opening))
        .execute(&mut *writer)
        .await?;
    }
    sqlx::query("delete from doors where edition_id = $1 and day > $2")
        .bind(edition)
        .bind(schedule.days())
        .execute(writer)
        .await?;
    Ok(())
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod tests;
