//! The SQL of the task's memory of the clock.

use sqlx::sqlite::SqliteConnection;

use super::clock_check::ClockRecord;

/// Returns the record of the last run; `None` before the first one.
pub(super) async fn clock_record(writer: &mut SqliteConnection) -> Result<Option<ClockRecord>, sqlx::Error> {
    sqlx::query_as("select last_run_at, trusted_from from maintenance").fetch_optional(writer).await
}

/// Replaces the record of the last run.
pub(super) async fn set_clock_record(
    writer: &mut SqliteConnection,
    record: ClockRecord,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into maintenance (id, last_run_at, trusted_from) values (1, $1, $2)
         on conflict (id) do update set last_run_at = excluded.last_run_at, trusted_from = excluded.trusted_from",
    )
    .bind(record.last_run_at)
    .bind(record.trusted_from)
    .execute(writer)
    .await?;
    Ok(())
}

/// Shifts the marks of unused pictures, deleted documents and replaced files by the milliseconds that the clock has
/// jumped: nobody saw that time.
pub(super) async fn shift_unused_marks(writer: &mut SqliteConnection, jump: i64) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set unused_since = unused_since + $1 where unused_since is not null")
        .bind(jump)
        .execute(&mut *writer)
        .await?;
    sqlx::query("update documents set deleted_at = deleted_at + $1 where deleted_at is not null")
        .bind(jump)
        .execute(&mut *writer)
        .await?;
    sqlx::query("update document_files set replaced_at = replaced_at + $1 where replaced_at is not null")
        .bind(jump)
        .execute(writer)
        .await?;
    Ok(())
}
