//! Old addresses that lead to posts and pages of this site.

use std::collections::HashSet;
use std::sync::Arc;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::OldAddress;
use crate::cache::{Cached, Validity};
use crate::posts::{PostId, PostKind};
use crate::state::AppState;
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

/// Returns the paths of the old addresses that are told apart without a query, also of those that lead nowhere now.
///
/// # Errors
/// When the database cannot be read.
pub async fn old_paths(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select path from path_redirects where query = '' order by path")
        .fetch_all(reader)
        .await
}

/// Returns the path to which an old address leads; `None` when there is nothing that readers may know of.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(state: &AppState, address: &OldAddress) -> Result<Option<String>, sqlx::Error> {
    for query in address.queries() {
        if let Some(path) = find(state, &address.path, query).await? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// Returns the path to which an old address with a query leads, at a path where this site has a page of its own.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from_query(
    state: &AppState,
    address: &OldAddress,
) -> Result<Option<String>, sqlx::Error> {
    if address.query.is_empty() || !query_paths(state).await?.contains(&address.path) {
        return Ok(None);
    }
    for query in address.queries().into_iter().filter(|query| !query.is_empty()) {
        if let Some(path) = find(state, &address.path, query).await? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

async fn find(state: &AppState, path: &str, query: &str) -> Result<Option<String>, sqlx::Error> {
    let row: Option<Row> = sqlx::query_as(
        "select r.to_path, p.kind, p.slug, r.to_path is not null or coalesce(p.public_from <= $3, 0)
             or exists (select 1 from post_redirects where slug = p.slug and post_id = p.id) as is_known
         from path_redirects r left join posts p on p.id = r.post_id where r.path = $1 and r.query = $2",
    )
    .bind(path)
    .bind(query)
    .bind(state.clock.now_millis())
    .fetch_optional(state.db.reader())
    .await?;
    let Some(Row { to_path, kind, slug, .. }) = row.filter(|row| row.is_known) else { return Ok(None) };
    Ok(to_path.or_else(|| Some(kind?.path(&slug?))))
}

/// The paths at which a query alone tells old addresses apart, such as `/` for `/?p=123`.
#[derive(Clone, Default)]
struct QueryPaths(Cached<HashSet<String>>);

async fn query_paths(state: &AppState) -> Result<Arc<HashSet<String>>, sqlx::Error> {
    let cached = state.extensions.get::<QueryPaths>().0;
    let generation = state.db.generation();
    if let Some(paths) = cached.get(generation, UnixMillis(0)) {
        return Ok(paths);
    }
    let paths: Vec<String> = sqlx::query_scalar("select distinct path from path_redirects where query <> ''")
        .fetch_all(state.db.reader())
        .await?;
    let validity = Validity { generation, from: UnixMillis::MIN, until: UnixMillis::MAX };
    Ok(cached.put(validity, paths.into_iter().collect()))
}

/// Where an old address is to lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target<'a> {
    Post(PostId),
    Path(&'a str),
}

/// What became of a redirect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    New,
    Changed,
    Same,
    /// It leads elsewhere already, and that stays.
    Taken,
}

/// Lets an old address lead somewhere. To a post only where it leads nowhere yet; to a path that somebody names also
/// instead of what it led to.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    address: &OldAddress,
    target: Target<'_>,
    now: UnixMillis,
) -> Result<Added, sqlx::Error> {
    let (post, path) = match target {
        Target::Post(post) => (Some(post), None),
        Target::Path(path) => (None, Some(path)),
    };
    let before = stored(&mut *writer, address).await?;
    let added = match &before {
        None => Added::New,
        Some((known, to)) if *known == post && to.as_deref() == path => return Ok(Added::Same),
        Some(_) if post.is_some() => return Ok(Added::Taken),
        Some(_) => Added::Changed,
    };
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
    Ok(added)
}

/// Returns where an old address leads already: to a post, or to a path.
pub(super) async fn stored(
    connection: &mut SqliteConnection,
    address: &OldAddress,
) -> Result<Option<(Option<PostId>, Option<String>)>, sqlx::Error> {
    sqlx::query_as("select post_id, to_path from path_redirects where path = $1 and query = $2")
        .bind(&address.path)
        .bind(&address.query)
        .fetch_optional(connection)
        .await
}
