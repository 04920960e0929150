//! The SQL of what staff do with editions.

use crate::calendar::EditionId;
use crate::time::UnixMillis;
use std::collections::HashMap;

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::calendar::{EditionForm, EditionState, NewEdition, Schedule};

/// An edition as staff keep it, public or not.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct EditionRecord {
    /// The database's number.
    pub(crate) id: EditionId,
    /// The last part of its address.
    pub(crate) slug: String,
    /// Its title.
    pub(crate) title: String,
    pub(super) lead: String,
    #[sqlx(rename = "introduction_markdown")]
    pub(super) introduction: String,
    pub(super) first_day: String,
    pub(super) days: i64,
    pub(super) opens_at: String,
    pub(super) time_zone: String,
    pub(super) scene: String,
    pub(super) door_order: String,
    pub(super) seed: i64,
    pub(super) state: String,
    /// Grows with every save.
    pub(crate) version: i64,
    /// Who saved it last; may be empty.
    pub(crate) changed_by: String,
}

impl EditionRecord {
    /// When its doors open.
    pub(crate) fn schedule(&self) -> Result<Schedule, sqlx::Error> {
        Schedule::parse(&self.first_day, self.days, &self.opens_at, &self.time_zone)
            .map_err(|error| sqlx::Error::Decode(error.into()))
    }

    /// Whether the public knows of it.
    pub(crate) fn is_public(&self) -> bool {
        EditionState::parse(&self.state) == EditionState::Published
    }

    /// The numbers of the days in the order of the windows, unless they stand in order.
    pub(crate) fn shuffled(&self) -> Option<Vec<u16>> {
        let days = u16::try_from(self.days).ok().filter(|_| self.door_order != "fixed")?;
        let windows = crate::calendar::order::shuffled(days, self.seed.cast_unsigned());
        let mut placed: Vec<_> = windows.into_iter().zip(1..=days).collect();
        placed.sort_unstable();
        Some(placed.into_iter().map(|(_, day)| day).collect())
    }

    /// The edition as its form shows it, without the names of its days.
    pub(crate) fn typed(&self) -> EditionForm {
        EditionForm {
            title: self.title.clone(),
            lead: self.lead.clone(),
            introduction: self.introduction.clone(),
            slug: self.slug.clone(),
            first_day: self.first_day.clone(),
            days: self.days.to_string(),
            opens_at: self.opens_at.clone(),
            time_zone: self.time_zone.clone(),
            scene: self.scene.clone(),
            order: self.door_order.clone(),
            state: self.state.clone(),
            ..EditionForm::default()
        }
    }
}

/// All editions, newest first.
pub(crate) async fn all(reader: &SqlitePool) -> Result<Vec<EditionRecord>, sqlx::Error> {
    sqlx::query_as(
        "select id, slug, title, lead, introduction_markdown, first_day, days, opens_at, time_zone, scene, door_order,
             seed, state, version, changed_by
         from editions order by first_day desc, id desc",
    )
    .fetch_all(reader)
    .await
}

/// An edition by its number.
pub(crate) async fn find(
    database: impl SqliteExecutor<'_>,
    id: EditionId,
) -> Result<Option<EditionRecord>, sqlx::Error> {
    sqlx::query_as(
        "select id, slug, title, lead, introduction_markdown, first_day, days, opens_at, time_zone, scene, door_order,
             seed, state, version, changed_by
         from editions where id = $1",
    )
    .bind(id)
    .fetch_optional(database)
    .await
}

/// How many doors of each edition have something that is meant to be read.
pub(crate) async fn hung_counts(reader: &SqlitePool) -> Result<HashMap<EditionId, u16>, sqlx::Error> {
    let rows: Vec<(EditionId, u16)> = sqlx::query_as(
        "select d.edition_id, count(*) from doors d join posts p on p.id = d.post_id
         where p.state not in ('trash', 'withdrawn') group by d.edition_id",
    )
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().collect())
}

/// A day as the database has it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct DayRow {
    pub(super) day: u16,
    pub(super) label: String,
    pub(super) opens_at: UnixMillis,
}

/// The days of an edition.
pub(super) async fn days(reader: &SqlitePool, edition: EditionId) -> Result<Vec<DayRow>, sqlx::Error> {
    sqlx::query_as("select day, label, opens_at from doors where edition_id = $1 order by day")
        .bind(edition)
        .fetch_all(reader)
        .await
}

/// The days after the `last` one on which something hangs.
pub(super) async fn hung_after(
    writer: &mut SqliteConnection,
    edition: EditionId,
    last: i64,
) -> Result<Vec<u16>, sqlx::Error> {
    sqlx::query_scalar(
        "select day from doors where edition_id = $1 and day > $2 and post_id is not null order by day",
    )
    .bind(edition)
    .bind(last)
    .fetch_all(writer)
    .await
}

/// What staff call the days of an edition, by their numbers; only those that have a name.
pub(super) async fn labels(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<(u16, String)>, sqlx::Error> {
    sqlx::query_as("select day, label from doors where edition_id = $1 and label <> ''")
        .bind(edition)
        .fetch_all(writer)
        .await
}

/// Deletes an edition with its doors.
pub(super) async fn delete(writer: &mut SqliteConnection, edition: EditionId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from editions where id = $1").bind(edition).execute(writer).await?;
    Ok(())
}

/// Whether another edition has an address.
pub(super) async fn is_taken(
    database: impl SqliteExecutor<'_>,
    slug: &str,
    but: EditionId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from editions where slug = $1 and id <> $2)")
        .bind(slug)
        .bind(but)
        .fetch_one(database)
        .await
}

/// Puts a changed edition in the place of the old one. Its doors are another matter.
pub(super) async fn update(
    writer: &mut SqliteConnection,
    id: EditionId,
    edition: &NewEdition,
    introduction_html: &str,
    seed: i64,
    by: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update editions set slug = $2, title = $3, lead = $4, introduction_markdown = $5, introduction_html = $6,
             first_day = $7, days = $8, opens_at = $9, time_zone = $10, scene = $11, door_order = $12, seed = $13,
             state = $14, changed_by = $15, version = version + 1
         where id = $1",
    )
    .bind(id)
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
    .bind(seed)
    .bind(edition.state.as_str())
    .bind(by)
    .execute(writer)
    .await?;
    Ok(())
}

/// Keeps an address that an edition had, and frees the one that it has now from whoever had it before.
pub(super) async fn keep_address(
    writer: &mut SqliteConnection,
    id: EditionId,
    old: &str,
    new: &str,
) -> Result<(), sqlx::Error> {
    if !old.is_empty() && old != new {
        sqlx::query(
            "insert into edition_redirects (slug, edition_id) values ($1, $2)
             on conflict (slug) do update set edition_id = excluded.edition_id",
        )
        .bind(old)
        .bind(id)
        .execute(&mut *writer)
        .await?;
    }
    sqlx::query("delete from edition_redirects where slug = $1").bind(new).execute(writer).await?;
    Ok(())
}

/// The address of the public edition that had another one before.
pub(super) async fn redirect_from(reader: &SqlitePool, slug: &str) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar(
        "select e.slug from edition_redirects f join editions e on e.id = f.edition_id
         where f.slug = $1 and e.state = 'published'",
    )
    .bind(slug)
    .fetch_optional(reader)
    .await
}
