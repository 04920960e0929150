//! Posts that were begun and in which nobody has written a word.

use sqlx::sqlite::SqliteConnection;

use super::newest::is_blank;
use crate::posts::PostId;
use crate::time::UnixMillis;

/// Lists the blank posts that were begun at an instant or before.
pub(crate) async fn begun_until(
    connection: &mut SqliteConnection,
    until: UnixMillis,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(concat!("select p.id from posts p where p.updated_at <= $1 and ", is_blank!()))
        .bind(until)
        .fetch_all(connection)
        .await
}

/// Deletes a post if it is blank.
pub(crate) async fn delete(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query(concat!("delete from posts as p where p.id = $1 and ", is_blank!()))
        .bind(post)
        .execute(writer)
        .await?;
    Ok(())
}
