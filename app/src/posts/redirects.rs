//! Posts that are no longer where readers once found them.

use super::erase::{ErasedName, is_erased};
use super::store::FormerAddress;
use super::{PostKind, store};
use crate::error::AppError;
use crate::state::AppState;

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Redirect {
    /// Its post is public at another address now.
    Moved(PostKind, String),
    /// Its post was withdrawn, deleted or erased.
    Withdrawn,
    /// Readers never had a post there.
    Unknown,
}

/// Returns what became of the post at a path such as `/inlagg/ett-namn`.
pub(crate) async fn redirect_of(state: &AppState, path: &str) -> Result<Redirect, AppError> {
    let Some(slug) = path.rsplit('/').next().filter(|slug| !slug.is_empty()) else {
        return Ok(Redirect::Unknown);
    };
    let found = store::redirect_from(state.db.reader(), slug, state.clock.now_millis()).await?;
    Ok(match found {
        None if is_erased(state.db.reader(), ErasedName::Slug(slug)).await? => Redirect::Withdrawn,
        None => Redirect::Unknown,
        Some(FormerAddress { kind: Some(kind), slug: Some(slug), is_public: true }) => {
            Redirect::Moved(kind, slug)
        }
        Some(_) => Redirect::Withdrawn,
    })
}
