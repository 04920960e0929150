//! Texts that are no longer where readers once found them.

use super::{PostKind, store};
use crate::error::AppError;
use crate::state::AppState;

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Redirect {
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
pub(crate) async fn redirect_of(state: &AppState, path: &str) -> Result<Redirect, AppError> {
    let Some(slug) = path.rsplit('/').next().filter(|slug| !slug.is_empty()) else {
        return Ok(Redirect::Unknown);
    };
    let Some(found) = store::redirect_from(state.db.reader(), slug, state.clock.now_millis()).await? else {
        return Ok(Redirect::Unknown);
    };
    Ok(match found {
        (_, _, false) => Redirect::Withdrawn,
        (kind, slug, true) => {
            PostKind::parse(&kind).map_or(Redirect::Unknown, |kind| Redirect::Moved(kind, slug))
        }
    })
}
