//! The server function of all prerendered admin pages.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Returns the [`PrerenderedAdminPage`](super::PrerenderedAdminPage) at an address such as `/admin/handelser?sida=2`. The
/// address decides which role may see it.
#[server(prefix = "/api", endpoint = "staff/room", output = PageJson)]
pub async fn load_page(
    /// Path and query.
    #[server(default)]
    address: String,
) -> Result<PagePayload, AppError> {
    use super::address::AdminAddress;
    let (state, staff) = crate::staff::guard::require(AdminAddress::least_role_at(&address)).await?;
    let page = AdminAddress::parse(&address).ok_or(AppError::NotFound)?;
    PagePayload::pack(&page.render(&state, &staff).await?)
}
