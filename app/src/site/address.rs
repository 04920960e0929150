//! Where the site is.

use super::store;
use crate::error::AppError;
use crate::state::AppState;

/// Returns the site's host as people write it, when its owner has set its address; otherwise nothing.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn own_host(state: &AppState) -> Result<String, AppError> {
    let address = store::address(state.db.reader()).await?;
    let host = address.split_once("://").map_or("", |(_, host)| host);
    Ok(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// Returns how absolute links to the site begin: as its owner set it, otherwise where the server listens. Never as a
/// visitor's request says, because pages are cached for all.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn address(state: &AppState) -> Result<String, AppError> {
    let address = store::address(state.db.reader()).await?;
    Ok(if address.is_empty() { state.address.to_string() } else { address })
}
