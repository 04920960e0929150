//! The SQL of old addresses.

use std::collections::HashSet;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::db::publicity::known_at;
use crate::import::OldAddress;
use crate::paths;
use crate::posts::store::address_slug;
use crate::posts::{PostId, PostKind};
use crate::time::UnixMillis;

/// Where an old address leads, as it is stored.
#[derive(sqlx::FromRow)]
struct Row {
    to_path: Option<String>,
    kind: Option<PostKind>,
    slug: Option<String>,
    /// Whether readers may know of the post: they have it, or had it and are told that it is gone.
    is_known: bool,
}

/// Returns the path to which an old address leads at an instant; `None` when there is nothing that readers may know of.
pub(in crate::import) async fn find(
    reader: &SqlitePool,
    (path, query): (&str, &str),
    now: UnixMillis,
) -> Result<Option<String>, sqlx::Error> {
    let row: Option<Row> = sqlx::query_as(concat!(
        "select r.to_path, p.kind, ",
        address_slug!("p"),
        " as slug, r.to_path is not null or coalesce(",
        known_at!("p", "$3"),
        ", 0)
             or exists (select 1 from post_redirects where slug = p.slug and post_id = p.id) as is_known
         from path_redirects r left join posts p on p.id = r.post_id where r.path = $1 and r.query = $2"
    ))
    .bind(path)
    .bind(query)
    .bind(now)
    .fetch_optional(reader)
    .await?;
    let Some(Row { to_path, kind, slug, .. }) = row.filter(|row| row.is_known) else { return Ok(None) };
    Ok(to_path.or_else(|| Some(kind?.path(&slug?))))
}

/// Returns the paths at which a query alone tells old addresses apart, such as `/` for `/?p=123`.
pub(in crate::import) async fn query_paths(reader: &SqlitePool) -> Result<HashSet<String>, sqlx::Error> {
    let paths: Vec<String> = sqlx::query_scalar("select distinct path from path_redirects where query <> ''")
        .fetch_all(reader)
        .await?;
    Ok(paths.into_iter().collect())
}

/// Returns all old addresses, also those that lead nowhere now.
///
/// # Errors
/// When the database cannot be read.
pub async fn old_addresses(reader: &SqlitePool) -> Result<Vec<OldAddress>, sqlx::Error> {
    sqlx::query_as("select path, query from path_redirects order by path, query").fetch_all(reader).await
}

/// Returns all old addresses, each with the path that somebody named for it; `None` for those that lead to posts.
pub(in crate::import) async fn redirects(
    reader: &SqlitePool,
) -> Result<Vec<(OldAddress, Option<String>)>, sqlx::Error> {
    let rows: Vec<(String, String, Option<String>)> =
        sqlx::query_as("select path, query, to_path from path_redirects order by path, query")
            .fetch_all(reader)
            .await?;
    Ok(rows.into_iter().map(|(path, query, to)| (OldAddress { path, query }, to)).collect())
}

/// Returns the paths of all texts, tags and editions, and those that they had before.
pub(in crate::import) async fn known_paths(reader: &SqlitePool) -> Result<HashSet<String>, sqlx::Error> {
    let posts: Vec<(PostKind, String)> = sqlx::query_as(
        "select kind, slug from posts where state <> 'trash' and original_id is null
         union select coalesce(p.kind, 'article'), r.slug from post_redirects r left join posts p on p.id = r.post_id",
    )
    .fetch_all(reader)
    .await?;
    let tags: Vec<String> = sqlx::query_scalar("select slug from tags union select slug from tag_redirects")
        .fetch_all(reader)
        .await?;
    let editions: Vec<String> =
        sqlx::query_scalar("select slug from editions union select slug from edition_redirects")
            .fetch_all(reader)
            .await?;
    let posts = posts.into_iter().map(|(kind, slug)| kind.path(&slug));
    let tags = tags.iter().map(|slug| paths::tag(slug));
    Ok(posts.chain(tags).chain(editions.iter().map(|slug| paths::edition(slug))).collect())
}

/// Returns where an old address leads already: to a post, or to a path.
pub(crate) async fn stored(
    connection: &mut SqliteConnection,
    address: &OldAddress,
) -> Result<Option<(Option<PostId>, Option<String>)>, sqlx::Error> {
    sqlx::query_as("select post_id, to_path from path_redirects where path = $1 and query = $2")
        .bind(&address.path)
        .bind(&address.query)
        .fetch_optional(connection)
        .await
}

/// Lets an old address lead to a post or a path, wherever it led before.
pub(in crate::import) async fn put(
    writer: &mut SqliteConnection,
    address: &OldAddress,
    (post, path): (Option<PostId>, Option<&str>),
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into path_redirects (path, query, post_id, to_path, created_at) values ($1, $2, $3, $4, $5)
         on conflict (path, query) do update set post_id = excluded.post_id, to_path = excluded.to_path,
             created_at = excluded.created_at",
    )
    .bind(&address.path)
    .bind(&address.query)
    .bind(post)
    .bind(path)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Deletes where an old address leads.
pub(in crate::import) async fn delete_redirect(
    writer: &mut SqliteConnection,
    address: &OldAddress,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from path_redirects where path = $1 and query = $2")
        .bind(&address.path)
        .bind(&address.query)
        .execute(writer)
        .await?;
    Ok(())
}
