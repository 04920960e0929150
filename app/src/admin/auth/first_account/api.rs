//! The server functions of the page. The form is answered by a redirect.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Returns the page behind a link, a [`Document`](crate::ui::Document).
#[server(prefix = "/api", endpoint = "staff/first_account_page", output = PageJson)]
pub async fn first_account_page(
    /// The secret part of the link.
    code: String,
) -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::page(&state, &code).await?)
}

/// Makes the first account and logs in, using the link up.
#[server(prefix = "/api", endpoint = "staff/make_first_account")]
pub async fn make_first_account(
    /// The secret part of the link.
    #[server(default)]
    code: String,
    /// The name, as typed.
    #[server(default)]
    name: String,
    /// The address, as typed.
    #[server(default)]
    email: String,
    /// The password.
    #[server(default)]
    password: String,
) -> Result<(), AppError> {
    let state = crate::staff::guard::public()?;
    super::handlers::make(&state, &code, super::handlers::Typed { name, email }, &password).await
}
