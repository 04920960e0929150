//! The trash.

use sqlx::sqlite::SqliteConnection;

use crate::posts::PostId;
use crate::time::UnixMillis;

/// Moves a post to the trash, and remembers its state.
///
/// # Errors
/// When the database refuses.
pub async fn move_in(
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

/// Takes a post out of the trash, back to its state before.
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
    trashed_until: UnixMillis,
    limit: u32,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(
        "delete from posts where id in
             (select id from posts where state = 'trash' and trashed_at <= $1 order by trashed_at limit $2)
         returning id",
    )
    .bind(trashed_until)
    .bind(limit)
    .fetch_all(writer)
    .await
}
