//! What all posts are called.

use sqlx::sqlite::SqlitePool;

use crate::posts::PostId;

/// Reads the titles of all posts. Nobody meets the title of a post that was withdrawn or thrown away, so they are left
/// out; a rendition may be called as its original.
pub(in crate::posts) async fn titles(reader: &SqlitePool) -> Result<Vec<(PostId, String)>, sqlx::Error> {
    sqlx::query_as("select id, title from posts where state not in ('trash', 'withdrawn') and original_id is null order by id")
        .fetch_all(reader)
        .await
}
