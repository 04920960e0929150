//! Texts that are no longer where readers once found them.

use super::store;
use super::types::PostKind;
use crate::error::AppError;
use crate::state::AppState;

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Former {
    /// Its text is public at another address now.
    Moved(PostKind, String),
    /// Its text was withdrawn.
    Withdrawn,
    /// Readers never had a text there.
    Unknown,
}

/// What became of the text at a path such as `/inlagg/ett-namn`.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn former(state: &AppState, path: &str) -> Result<Former, AppError> {
    let Some(slug) = path.rsplit('/').next().filter(|slug| !slug.is_empty()) else {
        return Ok(Former::Unknown);
    };
    let Some(found) = store::former_address(state.db.reader(), slug, state.clock.now_millis()).await? else {
        return Ok(Former::Unknown);
    };
    Ok(match found {
        (_, _, false) => Former::Withdrawn,
        (kind, slug, true) => {
            PostKind::parse(&kind).map_or(Former::Unknown, |kind| Former::Moved(kind, slug))
        }
    })
}
