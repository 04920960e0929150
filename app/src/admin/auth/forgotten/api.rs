//! What anybody may ask about a forgotten password. The form is answered by a redirect back to the page.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// The page: a [`Document`](crate::ui::Document).
#[server(prefix = "/api", endpoint = "staff/forgotten_page", output = PageJson)]
pub async fn forgotten_page() -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::page(&state).await?)
}

/// Sends a link to an address, if somebody of the staff has it.
#[server(prefix = "/api", endpoint = "staff/ask_for_link")]
pub async fn ask_for_link(
    /// The address, as typed.
    #[server(default)]
    email: String,
) -> Result<(), AppError> {
    let state = crate::staff::guard::public()?;
    super::handlers::ask(&state, email).await
}
