//! The SQL of the last change of each edition.

use sqlx::SqliteExecutor;
use sqlx::sqlite::SqliteConnection;

use crate::calendar::editing::undo::Change;
use crate::calendar::{EditionId, EditionVersion};
use crate::time::UnixMillis;

/// Saves the change that made a version of an edition, in place of the one before.
pub(in crate::calendar::editing) async fn save(
    writer: &mut SqliteConnection,
    edition: EditionId,
    version: EditionVersion,
    change: &Change,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let before = serde_json::to_string(change).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query(
        "insert or replace into edition_changes (edition_id, version, before, changed_at) values ($1, $2, $3, $4)",
    )
    .bind(edition)
    .bind(version)
    .bind(before)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Returns the last change of an edition, with the version that it made and when.
pub(in crate::calendar::editing) async fn find(
    database: impl SqliteExecutor<'_>,
    edition: EditionId,
) -> Result<Option<(EditionVersion, UnixMillis, Change)>, sqlx::Error> {
    let row: Option<(EditionVersion, UnixMillis, String)> =
        sqlx::query_as("select version, changed_at, before from edition_changes where edition_id = $1")
            .bind(edition)
            .fetch_optional(database)
            .await?;
    let Some((version, changed_at, before)) = row else { return Ok(None) };
    let change = serde_json::from_str(&before).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Some((version, changed_at, change)))
}

/// Forgets the last change of an edition.
pub(in crate::calendar::editing) async fn forget(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from edition_changes where edition_id = $1").bind(edition).execute(writer).await?;
    Ok(())
}
