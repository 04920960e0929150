//! The server function of the help page.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Returns the page as HTML.
#[server(prefix = "/api", endpoint = "staff/help", output = PageJson)]
pub async fn help_page() -> Result<PagePayload, AppError> {
    _ = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    let text = crate::markdown::to_html(include_str!("help.md"));
    let page = view! {
        <article class="column help-page">
            <h1>"Så skriver du här"</h1>
            <div class="prose" inner_html=text></div>
        </article>
    };
    PagePayload::pack(&crate::ui::render_to_string(page))
}
