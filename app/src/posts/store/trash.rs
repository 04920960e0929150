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

/// Deletes for good posts that were trashed at an instant or before, at most `limit`, and returns their ids.
///
/// # Errors
/// When the database refuses.
pub async fn empty(
    writer: &mut SqliteConnection,
    thrown_before: UnixMillis,
    limit: u32,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(
        "delete from posts where id in
             (select id from posts where state = 'trash' and trashed_at <= $1 order by trashed_at limit $2)
         returning id",
    )
    .bind(thrown_before)
    .bind(limit)
    .fetch_all(writer)
    .await
}
