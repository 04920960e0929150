//! Writing editions and doors.

use sqlx::sqlite::SqliteConnection;

use crate::calendar::{NewEdition, Schedule};
use crate::ids::EditionId;
use crate::time::UnixMillis;

/// Saves a new edition with its doors, and returns its id.
///
/// # Errors
/// A constraint violation when another edition has the slug, or a text does not fit its column.
pub async fn add_edition(
    writer: &mut SqliteConnection,
    edition: &NewEdition,
    introduction_html: &str,
) -> Result<EditionId, sqlx::Error> {
    let schedule = &edition.schedule;
    let id = sqlx::query_scalar(
        "insert into editions (slug, title, lead, introduction_markdown, introduction_html, first_day, days,
             opens_at, time_zone, scene, door_order, seed, state, reminds_at, lead_before, lead_after, lead_last, best_doors, shows_reads)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) returning id",
    )
    .bind(&edition.slug)
    .bind(&edition.title)
    .bind(&edition.lead)
    .bind(&edition.introduction)
    .bind(introduction_html)
    .bind(schedule.first_day().to_string())
    .bind(schedule.days())
    .bind(schedule.opens_at().strftime("%H:%M").to_string())
    .bind(schedule.zone_name())
    .bind(edition.scene)
    .bind(edition.order)
    .bind(edition.seed)
    .bind(edition.state)
    .bind(&edition.reminds_at)
    .bind(&edition.lead_before)
    .bind(&edition.lead_after)
    .bind(&edition.lead_last)
    .bind(edition.best_doors.to_string())
    .bind(edition.shows_reads)
    .fetch_one(&mut *writer)
    .await?;
    write_doors(writer, id, schedule).await?;
    Ok(id)
}

/// Sets what a day is called.
///
/// # Errors
/// `RowNotFound` when the edition has no such day.
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

#[derive(sqlx::FromRow)]
struct ScheduleRow {
    id: EditionId,
    #[sqlx(flatten)]
    schedule: Schedule,
}

/// Computes every door's opening again: the time-zone database of this program may know of a later law.
///
/// # Errors
/// When the database cannot be written, or the time-zone database lacks an edition's zone.
pub async fn refresh_openings(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let rows: Vec<ScheduleRow> =
        sqlx::query_as("select id, first_day, days, opens_at, time_zone from editions")
            .fetch_all(&mut *writer)
            .await?;
    for row in rows {
        write_doors(writer, row.id, &row.schedule).await?;
    }
    Ok(())
}

/// Writes the doors of an edition with the instants at which they open, and deletes those after its last day. What
/// hangs on the others stays.
pub(in crate::calendar) async fn write_doors(
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
