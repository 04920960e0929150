//! The titles of all posts, cached for the check that no two are alike.

use std::sync::Arc;

use super::{PostId, store};
use crate::state::AppState;

/// Returns the titles of all posts but those that were withdrawn or thrown away. A change of a draft's title is none of
/// the content that readers see, so every [`Act`](super::Act) that changes a title invalidates the cache itself.
pub(super) async fn titles(state: &AppState) -> Result<Arc<Vec<(PostId, String)>>, sqlx::Error> {
    let version = state.titles.version(state.db.generation());
    if let Some(titles) = state.titles.get(version) {
        return Ok(titles);
    }
    Ok(state.titles.put(version, store::titles(state.db.reader()).await?))
}
