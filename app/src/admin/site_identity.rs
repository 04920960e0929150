//! The site as letters and links of the admin pages name it.

use crate::error::AppError;
use crate::site;
use crate::staff::password_link_letter::SiteIdentity;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// Loads the site's name and address.
pub(super) async fn site_identity(state: &AppState) -> Result<SiteIdentity, AppError> {
    let settings = site::store::settings(state.db.reader()).await?;
    Ok(SiteIdentity { name: settings.name, address: site::address(state).await? })
}

/// Loads the site's name and address for a member of the staff. Until an address is set, it is the one that their browser
/// has reached the site by, which is more right than where the server listens. Not for requests of strangers: they could
/// make a letter of ours lead anywhere.
pub(super) async fn site_identity_for_staff(state: &AppState) -> Result<SiteIdentity, AppError> {
    let settings = site::store::settings(state.db.reader()).await?;
    let address = match RequestContext::current()?.origin() {
        Some(origin) if settings.address.is_empty() => origin,
        _ => site::address(state).await?,
    };
    Ok(SiteIdentity { name: settings.name, address })
}
