//! The signed forms.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::PostId;
use crate::time::UnixMillis;

/// Keeps the form of a text that has an entry, instead of the one before.
///
/// # Errors
/// When the database refuses, as without an entry.
pub(crate) async fn save(
    writer: &mut SqliteConnection,
    post: PostId,
    sealed: &[u8],
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("insert or replace into consent_papers (post_id, sealed, added_at) values ($1, $2, $3)")
        .bind(post)
        .bind(sealed)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns when the form of a text was added; none when there is no form.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn added_at(reader: &SqlitePool, post: PostId) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar("select added_at from consent_papers where post_id = $1")
        .bind(post)
        .fetch_optional(reader)
        .await
}

/// Returns the sealed form of a text.
///
/// # Errors
/// When the database cannot be read.
pub async fn sealed(reader: &SqlitePool, post: PostId) -> Result<Option<Vec<u8>>, sqlx::Error> {
    sqlx::query_scalar("select sealed from consent_papers where post_id = $1")
        .bind(post)
        .fetch_optional(reader)
        .await
}

/// Deletes the form of a text.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn remove(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from consent_papers where post_id = $1").bind(post).execute(writer).await?;
    Ok(())
}
