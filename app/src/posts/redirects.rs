//! Posts that are no longer where readers once found them.

use super::erase::{ErasedName, is_erased};
use super::store::FormerAddress;
use super::{PostKind, RenditionKind, store};
use crate::error::AppError;
use crate::state::AppState;

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Redirect {
    /// Its post is public at another path now.
    Moved(String),
    /// Its post was withdrawn, deleted or erased.
    Withdrawn,
    /// Readers never had a post there.
    Unknown,
}

/// Returns what became of the post at a path such as `/inlagg/ett-namn`, or of its rendition at `/inlagg/ett-namn/lattlast`: that
/// moves with the post and goes with it. Of one that readers do not have, nothing is told while they have the post.
pub(crate) async fn redirect_of(state: &AppState, path: &str) -> Result<Redirect, AppError> {
    let Some((original, told)) = RenditionKind::split(path) else { return of_post(state, path).await };
    let original = match of_post(state, original).await? {
        Redirect::Moved(path) => path,
        other => return Ok(other),
    };
    let slug = original.rsplit('/').next().unwrap_or_default();
    let kinds = [PostKind::Article, PostKind::Guldkorn, PostKind::Voice, PostKind::Page];
    let now = state.clock.now_millis();
    match store::renditions::find_public(state.db.reader(), &kinds, slug, told, now).await {
        Ok(_) => Ok(Redirect::Moved(format!("{original}/{}", told.as_str()))),
        Err(sqlx::Error::RowNotFound) => Ok(Redirect::Unknown),
        Err(error) => Err(error.into()),
    }
}

async fn of_post(state: &AppState, path: &str) -> Result<Redirect, AppError> {
    let Some(slug) = path.rsplit('/').next().filter(|slug| !slug.is_empty()) else {
        return Ok(Redirect::Unknown);
    };
    let found = store::redirect_from(state.db.reader(), slug, state.clock.now_millis()).await?;
    Ok(match found {
        None if is_erased(state.db.reader(), ErasedName::Slug(slug)).await? => Redirect::Withdrawn,
        None => Redirect::Unknown,
        Some(FormerAddress { kind: Some(kind), slug: Some(slug), is_public: true }) => {
            Redirect::Moved(kind.path(&slug))
        }
        Some(_) => Redirect::Withdrawn,
    })
}
