//! The one server function of readers' pages.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use super::{redirects, route::Route};
use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};
use crate::ui::Document;

/// Returns the page at an address of this site, such as `/blogg?sida=2`: a [`Document`].
#[server(prefix = "/api", endpoint = "site/read", input = GetUrl, output = PageJson)]
pub async fn read(address: String) -> Result<PagePayload, AppError> {
    crate::staff::guard::public()?;
    PagePayload::pack(&render(&address).await?)
}

/// Renders the page at an address of this site.
///
/// # Errors
/// [`AppError::NotFound`] when there is none that the public may see, [`AppError::Gone`] for a text that was withdrawn.
pub(super) async fn render(address: &str) -> Result<Document, AppError> {
    let state = crate::staff::guard::public()?;
    let Some(route) = Route::parse(address) else { return Err(redirects::why_not(&state, address).await?) };
    match route.render(&state).await {
        Err(AppError::NotFound) => redirects::follow(&state, address).await,
        rendered => rendered,
    }
}
