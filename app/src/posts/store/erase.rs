//! The SQL of erasing a post, and of what is kept of its addresses.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::remember_address;
use crate::posts::PostId;
use crate::time::UnixMillis;

/// Takes the last parts of all addresses under which readers had a post out of the database, and returns them; none when
/// readers never had it.
pub(in crate::posts) async fn take_known_slugs(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<Vec<String>, sqlx::Error> {
    remember_address(writer, post, now).await?;
    sqlx::query_scalar("delete from post_redirects where post_id = $1 returning slug")
        .bind(post)
        .fetch_all(writer)
        .await
}

/// Takes the addresses of an imported site out of the database that lead to a post, as path and query.
pub(in crate::posts) async fn take_old_paths(
    writer: &mut SqliteConnection,
    post: PostId,
    path: &str,
) -> Result<Vec<(String, String)>, sqlx::Error> {
    sqlx::query_as("delete from path_redirects where post_id = $1 or to_path = $2 returning path, query")
        .bind(post)
        .bind(path)
        .fetch_all(writer)
        .await
}

/// Takes the names out of the database that imports know a post by, as source and id.
pub(in crate::posts) async fn take_imported_names(
    writer: &mut SqliteConnection,
    post: PostId,
) -> Result<Vec<(String, String)>, sqlx::Error> {
    sqlx::query_as("delete from imported_items where post_id = $1 returning source, source_id")
        .bind(post)
        .fetch_all(writer)
        .await
}

/// Returns what an export calls a post.
pub(in crate::posts) async fn uid(
    writer: &mut SqliteConnection,
    post: PostId,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar("select uid from posts where id = $1").bind(post).fetch_one(writer).await
}

/// Deletes a post with all rows that belong to it.
pub(in crate::posts) async fn delete(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from posts where id = $1").bind(post).execute(writer).await?;
    Ok(())
}

/// Keeps the hash of what is erased.
pub(crate) async fn keep_mark(writer: &mut SqliteConnection, hash: [u8; 32]) -> Result<(), sqlx::Error> {
    sqlx::query("insert or ignore into erased_marks (hash) values ($1)")
        .bind(hash.as_slice())
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns whether the hash of something erased is kept.
pub(in crate::posts) async fn has_mark(reader: &SqlitePool, hash: [u8; 32]) -> Result<bool, sqlx::Error> {
    has_mark_in(&mut *reader.acquire().await?, hash).await
}

/// Returns whether anything is kept.
pub(in crate::posts) async fn has_any_mark(reader: &SqlitePool) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from erased_marks)").fetch_one(reader).await
}

/// Does what [`has_mark`] does within a transaction.
pub(super) async fn has_mark_in(
    connection: &mut SqliteConnection,
    hash: [u8; 32],
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from erased_marks where hash = $1)")
        .bind(hash.as_slice())
        .fetch_one(connection)
        .await
}
