//! Writing numbers.
//!
//! A row that is shown is never under five. Where a day ends with less, the number is moved on to the next day on which the
//! text is read, and is shown as a part of that day's sum: so no reading is lost, and no small number stays.

use jiff::civil::Date;
use sqlx::sqlite::SqliteConnection;

use crate::db::publicity::public_at;
use crate::ids::PostId;
use crate::statistics::LEAST;
use crate::time::UnixMillis;

/// Adds readings of a text to a day that is not over, and moves on to it what the days before have left under five. Does
/// nothing for a text that readers do not get any more, or that has become sensitive.
pub(crate) async fn add(
    writer: &mut SqliteConnection,
    post: PostId,
    day: Date,
    number: i64,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let day = day.to_string();
    let added = sqlx::query(concat!(
        "insert into text_reads (post_id, day, reads)
         select id, $2, $3 from posts where id = $1 and sensitive = 0 and ",
        public_at!("$4"),
        " on conflict (post_id, day) do update set reads = reads + excluded.reads"
    ))
    .bind(post)
    .bind(&day)
    .bind(number)
    .bind(now)
    .execute(&mut *writer)
    .await?;
    if added.rows_affected() == 0 {
        return Ok(());
    }
    sqlx::query(
        "update text_reads set reads = reads + (
             select coalesce(sum(reads), 0) from text_reads where post_id = $1 and day < $2 and reads < $3
         )
         where post_id = $1 and day = $2",
    )
    .bind(post)
    .bind(&day)
    .bind(LEAST)
    .execute(&mut *writer)
    .await?;
    sqlx::query("delete from text_reads where post_id = $1 and day < $2 and reads < $3")
        .bind(post)
        .bind(&day)
        .bind(LEAST)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns the texts whose readings are counted at an instant, and since when they are public.
///
/// # Errors
/// Those of the database.
pub async fn countable(
    connection: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<Vec<(PostId, UnixMillis)>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select id, public_from from posts where sensitive = 0 and ",
        public_at!("$1"),
        " order by id"
    ))
    .bind(now)
    .fetch_all(connection)
    .await
}

/// Writes how often a text was read on a day, as it is.
///
/// # Errors
/// Those of the database.
pub async fn put(
    writer: &mut SqliteConnection,
    post: PostId,
    day: Date,
    number: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query("insert into text_reads (post_id, day, reads) values ($1, $2, $3)")
        .bind(post)
        .bind(day.to_string())
        .bind(number)
        .execute(writer)
        .await?;
    Ok(())
}

/// Deletes the numbers of all days before one.
pub(crate) async fn delete_before(writer: &mut SqliteConnection, day: Date) -> Result<(), sqlx::Error> {
    sqlx::query("delete from text_reads where day < $1").bind(day.to_string()).execute(writer).await?;
    Ok(())
}
