//! The server functions of the page. The form is answered by a redirect back to it.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Returns the page, a [`Document`](crate::ui::Document).
#[server(prefix = "/api", endpoint = "staff/forgotten_page", output = PageJson)]
pub async fn forgotten_password_page() -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::page(&state).await?)
}

/// Sends a link to an address, if an active account has it.
#[server(prefix = "/api", endpoint = "staff/ask_for_link")]
pub async fn ask_for_link(
    /// The address, as typed.
    #[server(default)]
    email: String,
) -> Result<(), AppError> {
    let state = crate::staff::guard::public()?;
    super::handlers::request_link(&state, email).await
}
