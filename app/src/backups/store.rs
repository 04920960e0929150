//! The SQL of backups.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::BackupStatus;
use crate::documents::FILE;
use crate::recordings;
use crate::time::UnixMillis;

/// What a database holds, in numbers for a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Content {
    /// Texts that are not in the trash.
    pub posts: i64,
    /// Pictures.
    pub pictures: i64,
    /// Documents.
    pub documents: i64,
    /// Recordings that texts have.
    pub recordings: i64,
    /// Whether somebody is written down in the consent ledger, who can only be read with its key.
    pub has_sealed_persons: bool,
}

/// Reads how the nightly backups went.
///
/// # Errors
/// Those of the database.
pub async fn status(reader: &SqlitePool) -> Result<BackupStatus, sqlx::Error> {
    read_status(reader).await
}

pub(super) async fn status_in(writer: &mut SqliteConnection) -> Result<BackupStatus, sqlx::Error> {
    read_status(writer).await
}

async fn read_status(database: impl SqliteExecutor<'_>) -> Result<BackupStatus, sqlx::Error> {
    let row = sqlx::query_as("select succeeded_at, failing_since, failure, notified_at from nightly_backups")
        .fetch_optional(database)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Replaces what is known of the nightly backups.
pub(super) async fn set_status(
    writer: &mut SqliteConnection,
    status: &BackupStatus,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or replace into nightly_backups (id, succeeded_at, failing_since, failure, notified_at)
         values (1, $1, $2, $3, $4)",
    )
    .bind(status.succeeded_at)
    .bind(status.failing_since)
    .bind(&status.failure)
    .bind(status.notified_at)
    .execute(writer)
    .await?;
    Ok(())
}

/// Marks that the admins get a letter about the failure; false when they have got one, or there is no failure.
pub(super) async fn mark_notified(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<bool, sqlx::Error> {
    let marked = sqlx::query(
        "update nightly_backups set notified_at = $1 where failing_since is not null and notified_at is null",
    )
    .bind(now)
    .execute(writer)
    .await?;
    Ok(marked.rows_affected() > 0)
}

/// Lists the files of all pictures, documents and recordings, by their paths in the media folder.
///
/// # Errors
/// Those of the database.
pub async fn media_files(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(
        "select picture_id || '/' || name from picture_files
         union all select id || '/' || $1 from document_files
         union all select id || '/' || $2 from recordings order by 1",
    )
    .bind(FILE)
    .bind(recordings::FILE)
    .fetch_all(connection)
    .await
}

/// Counts what a database holds.
///
/// # Errors
/// Those of the database.
pub async fn content(connection: &mut SqliteConnection) -> Result<Content, sqlx::Error> {
    sqlx::query_as(
        "select (select count(*) from posts where state <> 'trash') as posts,
                (select count(*) from pictures) as pictures,
                (select count(*) from documents) as documents,
                (select count(*) from recordings where post_id is not null and removed_at is null) as recordings,
                exists (select 1 from consents where sealed is not null)
                    or exists (select 1 from consent_papers) as has_sealed_persons",
    )
    .fetch_one(connection)
    .await
}
