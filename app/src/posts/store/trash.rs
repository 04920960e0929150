//! The trash.

use crate::posts::PostId;
use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

/// Puts a text into the trash, and remembers what it was.
///
/// # Errors
/// When the database refuses.
pub async fn throw_in(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update posts set trashed_from = state, trashed_at = $2, state = 'trash' where id = $1 and state <> 'trash'",
    )
    .bind(post)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Takes a text out of the trash: it is again what it was.
///
/// # Errors
/// When the database refuses.
pub async fn take_out(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update posts set state = coalesce(trashed_from, 'draft'), trashed_from = null, trashed_at = null
         where id = $1 and state = 'trash'",
    )
    .bind(post)
    .execute(writer)
    .await?;
    Ok(())
}

/// Deletes for good what was thrown away at an instant or before, and tells the numbers.
///
/// # Errors
/// When the database refuses.
pub async fn empty(
    writer: &mut SqliteConnection,
    thrown_before: UnixMillis,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar("delete from posts where state = 'trash' and trashed_at <= $1 returning id")
        .bind(thrown_before)
        .fetch_all(writer)
        .await
}
