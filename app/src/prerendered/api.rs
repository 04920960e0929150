//! The one server function of pages that are only read.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// The page at an address of this site, such as `/blogg?sida=2`: a [`Document`](crate::ui::Document).
#[server(prefix = "/api", endpoint = "site/read", input = GetUrl, output = PageJson)]
pub async fn read(address: String) -> Result<PagePayload, AppError> {
    use super::address::Reading;
    let state = crate::staff::guard::public()?;
    let reading = Reading::at(&address).ok_or(AppError::NotFound)?;
    let document = match reading.finish(&state).await {
        Err(AppError::NotFound) => super::redirects::look(&state, &address).await?,
        found => found?,
    };
    PagePayload::pack(&document)
}
