//! Addresses without a page: those of renamed posts and tags redirect to the new address, withdrawn posts are gone.

use crate::error::AppError;
use crate::import::OldAddress;
use crate::paths;
use crate::posts::erase::{ErasedName, is_erased};
use crate::posts::{self, Redirect};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;
use crate::ui::Document;

/// Redirects permanently when a post or tag had the address before: by 301 when the browser loads the page, and by the
/// router when the client fetches it.
///
/// # Errors
/// [`AppError::Gone`] for a post that was withdrawn, [`AppError::NotFound`] when the public never saw any.
pub(super) async fn follow(state: &AppState, address: &str) -> Result<Document, AppError> {
    let path = address.split('?').next().unwrap_or_default();
    let new_path = match path.strip_prefix(paths::TAG).and_then(|rest| rest.strip_prefix('/')) {
        Some(slug) => {
            let tag = posts::tags::redirect_from(state.db.reader(), slug, state.clock.now_millis()).await?;
            tag.map(|slug| paths::tag(&slug)).ok_or(AppError::NotFound)?
        }
        None => match posts::redirect_of(state, path).await? {
            Redirect::Moved(path) => path,
            Redirect::Withdrawn => return Err(AppError::Gone),
            Redirect::Unknown if is_erased_old_address(state, address).await? => return Err(AppError::Gone),
            Redirect::Unknown => return Err(AppError::NotFound),
        },
    };
    RequestContext::current()?.redirect_permanently(&LocalPath::parse(&new_path).ok_or(AppError::NotFound)?);
    Ok(Document::default())
}

/// Returns why nothing is at an address at which this site has no kind of page.
pub(super) async fn why_not(state: &AppState, address: &str) -> Result<AppError, AppError> {
    let is_gone = is_erased_old_address(state, address).await?;
    Ok(if is_gone { AppError::Gone } else { AppError::NotFound })
}

/// Whether a story that is erased was at an address of an imported site.
async fn is_erased_old_address(state: &AppState, address: &str) -> Result<bool, AppError> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let Some(old) = OldAddress::of(path, query) else { return Ok(false) };
    for query in old.queries() {
        let name = ErasedName::OldPath(&old.path, query);
        if is_erased(state.db.reader(), name).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Redirects temporarily to another page of this site.
///
/// # Errors
/// [`AppError::NotFound`] when the path is not one of this site.
pub(super) fn redirect_to(path: &str) -> Result<Document, AppError> {
    RequestContext::current()?.redirect(&LocalPath::parse(path).ok_or(AppError::NotFound)?);
    Ok(Document::default())
}
