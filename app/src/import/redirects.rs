//! Old addresses that lead to posts and pages of this site.

use std::collections::HashSet;
use std::sync::Arc;

use sqlx::sqlite::SqliteConnection;

use super::{OldAddress, store};
use crate::cache::{Cached, Validity};
use crate::posts::PostId;
use crate::state::AppState;
use crate::time::UnixMillis;

/// Returns the path to which an old address leads; `None` when there is nothing that readers may know of.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(state: &AppState, address: &OldAddress) -> Result<Option<String>, sqlx::Error> {
    first(state, address, address.queries()).await
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
    let mut queries = address.queries();
    queries.retain(|query| !query.is_empty());
    first(state, address, queries).await
}

async fn first(
    state: &AppState,
    address: &OldAddress,
    queries: Vec<&str>,
) -> Result<Option<String>, sqlx::Error> {
    for query in queries {
        let path = store::find(state.db.reader(), (&address.path, query), state.clock.now_millis()).await?;
        if path.is_some() {
            return Ok(path);
        }
    }
    Ok(None)
}

/// The result of [`store::query_paths`].
#[derive(Clone, Default)]
struct QueryPaths(Cached<HashSet<String>>);

async fn query_paths(state: &AppState) -> Result<Arc<HashSet<String>>, sqlx::Error> {
    let cached = state.extensions.get::<QueryPaths>().0;
    let generation = state.db.generation();
    if let Some(paths) = cached.get(generation, UnixMillis(0)) {
        return Ok(paths);
    }
    let validity = Validity { generation, from: UnixMillis::MIN, until: UnixMillis::MAX };
    Ok(cached.put(validity, store::query_paths(state.db.reader()).await?))
}

/// Where an old address is to lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    Post(PostId),
    Path(&'a str),
}

/// What became of a redirect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Added {
    New,
    Changed,
    Same,
    /// It leads elsewhere already, and that stays.
    Taken,
}

/// Lets an old address lead somewhere. To a post only where it leads nowhere yet; to a path that somebody names also
/// instead of what it led to.
pub(crate) async fn add(
    writer: &mut SqliteConnection,
    address: &OldAddress,
    target: Target<'_>,
    now: UnixMillis,
) -> Result<Added, sqlx::Error> {
    let (post, path) = match target {
        Target::Post(post) => (Some(post), None),
        Target::Path(path) => (None, Some(path)),
    };
    let added = match store::stored(&mut *writer, address).await? {
        None => Added::New,
        Some((known, to)) if known == post && to.as_deref() == path => return Ok(Added::Same),
        Some(_) if post.is_some() => return Ok(Added::Taken),
        Some(_) => Added::Changed,
    };
    store::put(writer, address, (post, path), now).await?;
    Ok(added)
}
