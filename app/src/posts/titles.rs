//! The titles of all posts, cached for the check that no two are alike.

use std::sync::Arc;

use super::{PostId, store};
use crate::cache::VersionedCache;
use crate::state::AppState;

/// The cached titles, with the posts that have them.
pub(super) type Titles = VersionedCache<Vec<(PostId, String)>>;

/// Returns the titles of all posts but those that were withdrawn or thrown away. A change of a draft's title is none of
/// the content that readers see, so every [`Act`](super::Act) that changes a title invalidates the cache itself.
pub(super) async fn titles(state: &AppState) -> Result<Arc<Vec<(PostId, String)>>, sqlx::Error> {
    let cached = state.extensions.get::<Titles>();
    let version = cached.version(state.db.generation());
    if let Some(titles) = cached.get(version) {
        return Ok(titles);
    }
    Ok(cached.put(version, store::titles(state.db.reader()).await?))
}
