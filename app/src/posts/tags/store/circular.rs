//! Former addresses of tags that would lead readers round in a circle.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

/// Lists the former addresses of tags that are a tag's address now.
///
/// # Errors
/// When the database cannot be read.
pub async fn circular_redirects(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select slug from tag_redirects where slug in (select slug from tags) order by slug")
        .fetch_all(reader)
        .await
}

/// Deletes what [`circular_redirects`] lists.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_circular_redirects(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query("delete from tag_redirects where slug in (select slug from tags)").execute(writer).await?;
    Ok(())
}
