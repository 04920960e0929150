//! What readers get of editions and doors. Every query checks by itself whether a door is open or a post public.

use std::collections::HashMap;

use sqlx::sqlite::SqlitePool;

use crate::calendar::Edition;
use crate::db::publicity::{in_scope, public_at};
use crate::ids::EditionId;
use crate::posts::{Language, PostId};
use crate::time::UnixMillis;

/// Returns the published editions, newest first.
///
/// # Errors
/// When the database cannot be read, or the time-zone database of this program lacks an edition's zone.
pub async fn public_editions(reader: &SqlitePool) -> Result<Vec<Edition>, sqlx::Error> {
    sqlx::query_as(
        "select id, slug, title, lead, lead_before, lead_last, lead_after, best_doors, introduction_html, first_day, days,
             opens_at, time_zone, scene, door_order, seed, reminds_at, shows_reads, reschedulings, rescheduled_at
         from editions where state = 'published' order by first_day desc, id desc",
    )
    .fetch_all(reader)
    .await
}

/// Counts the doors of published editions that are open, with a text or without.
///
/// # Errors
/// Those of the database.
pub async fn count_open_doors(reader: &SqlitePool, now: UnixMillis) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(
        "select count(*) from doors d join editions e on e.id = d.edition_id
         where e.state = 'published' and d.opens_at <= $1",
    )
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Returns the titles of the public posts on an edition's doors, with their languages, by day.
pub(crate) async fn open_titles(
    reader: &SqlitePool,
    edition: EditionId,
    now: UnixMillis,
) -> Result<HashMap<u16, (String, Language)>, sqlx::Error> {
    let rows: Vec<(u16, String, Language)> = sqlx::query_as(concat!(
        "select d.day, p.title, p.language from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and ",
        public_at!("p", "$2")
    ))
    .bind(edition)
    .bind(now)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().map(|(day, title, language)| (day, (title, language))).collect())
}

/// Returns whose words the public posts on an edition's doors are, by day, where they may be printed; not of sensitive ones.
pub(crate) async fn printed_sources(
    reader: &SqlitePool,
    edition: EditionId,
    now: UnixMillis,
) -> Result<HashMap<u16, String>, sqlx::Error> {
    let rows: Vec<(u16, String)> = sqlx::query_as(concat!(
        "select d.day, p.source from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and ",
        public_at!("p", "$2"),
        " and not p.sensitive and ",
        in_scope!("in_print")
    ))
    .bind(edition)
    .bind(now)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().collect())
}

/// Returns the public post on a door, if there is one.
pub(crate) async fn post_on_door(
    reader: &SqlitePool,
    edition: EditionId,
    day: u16,
    now: UnixMillis,
) -> Result<Option<PostId>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select p.id from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and d.day = $2 and ",
        public_at!("p", "$3")
    ))
    .bind(edition)
    .bind(day)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Returns what the day of an open door is called, such as "Lucia"; empty for most.
///
/// # Errors
/// `RowNotFound` when the door is closed, or the edition has no such day.
pub(crate) async fn label_of(
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

/// Returns when the next door of a published edition opens.
pub(crate) async fn next_opening(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(
        "select min(d.opens_at) from doors d join editions e on e.id = d.edition_id
         where d.opens_at > $1 and e.state = 'published'",
    )
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Returns the doors of published editions that open at an instant: the edition's slug, and the day.
///
/// # Errors
/// When the database cannot be read.
pub async fn opening_at(reader: &SqlitePool, at: UnixMillis) -> Result<Vec<(String, u16)>, sqlx::Error> {
    sqlx::query_as(
        "select e.slug, d.day from doors d join editions e on e.id = d.edition_id
         where d.opens_at = $1 and e.state = 'published' order by e.id, d.day",
    )
    .bind(at)
    .fetch_all(reader)
    .await
}
