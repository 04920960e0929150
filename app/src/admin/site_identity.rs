//! The site as letters and links of the admin pages name it.

use crate::error::AppError;
use crate::site;
use crate::staff::password_link_letter::SiteIdentity;
use crate::state::AppState;

/// Loads the site's name and address.
pub(super) async fn site_identity(state: &AppState) -> Result<SiteIdentity, AppError> {
    let settings = site::store::settings(state.db.reader()).await?;
    Ok(SiteIdentity { name: settings.name, address: site::address(state).await? })
}
