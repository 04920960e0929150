//! The one server function of prerendered pages.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Returns the page at an address of this site, such as `/blogg?sida=2`: a [`Document`](crate::ui::Document).
#[server(prefix = "/api", endpoint = "site/read", input = GetUrl, output = PageJson)]
pub async fn read(address: String) -> Result<PagePayload, AppError> {
    use super::route::Route;
    let state = crate::staff::guard::public()?;
    let route = Route::parse(&address).ok_or(AppError::NotFound)?;
    let document = match route.render(&state).await {
        Err(AppError::NotFound) => super::redirects::follow(&state, &address).await?,
        rendered => rendered?,
    };
    PagePayload::pack(&document)
}
