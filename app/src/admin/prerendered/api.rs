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
    use crate::admin::first_hour::{OpenedFrom, way_back};
    let (state, staff) = crate::staff::guard::require(AdminAddress::least_role_at(&address)).await?;
    let page = AdminAddress::parse(&address).ok_or(AppError::NotFound)?;
    let mut page = page.render(&state, &staff).await?;
    if OpenedFrom::of(address.split_once('?').map_or("", |(_, query)| query)) == OpenedFrom::List {
        page.html.insert_str(0, &crate::ui::render_to_string(way_back()));
    }
    PagePayload::pack(&page)
}
