//! Addresses that no longer lead to a page: renamed texts and subjects are found at their new address, withdrawn texts
//! are gone.

use crate::error::AppError;
use crate::paths;
use crate::posts::{self, Redirect};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;
use crate::ui::Document;

/// Looks for a text that used to be at an address. When it has moved, the answer says where: 301 for whoever loads
/// the page, and the router's own redirect for a client that fetches it.
///
/// # Errors
/// [`AppError::Gone`] for a text that was withdrawn, [`AppError::NotFound`] when readers never saw any.
pub(super) async fn look(state: &AppState, address: &str) -> Result<Document, AppError> {
    let path = address.split('?').next().unwrap_or_default();
    if let Some(slug) = path.strip_prefix("/etikett/") {
        let found = posts::tags::redirect_from(state.db.reader(), slug, state.clock.now_millis()).await?;
        let path = found.and_then(|slug| LocalPath::parse(&paths::tag(&slug))).ok_or(AppError::NotFound)?;
        RequestContext::current()?.redirect_permanently(&path);
        return Ok(Document::default());
    }
    match posts::redirect_of(state, path).await? {
        Redirect::Moved(kind, slug) => {
            let path = LocalPath::parse(&kind.path(&slug)).ok_or(AppError::NotFound)?;
            RequestContext::current()?.redirect_permanently(&path);
            Ok(Document::default())
        }
        Redirect::Withdrawn => Err(AppError::Gone),
        Redirect::Unknown => Err(AppError::NotFound),
    }
}

/// Sends whoever asks to another page of this site, for now.
///
/// # Errors
/// [`AppError::NotFound`] when that is no address.
pub(super) fn leads_to(path: &str) -> Result<Document, AppError> {
    RequestContext::current()?.redirect(&LocalPath::parse(path).ok_or(AppError::NotFound)?);
    Ok(Document::default())
}
