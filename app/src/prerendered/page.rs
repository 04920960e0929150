//! The public part of a page: what stands between header and footer.

use leptos::prelude::*;

use super::api::render;
use crate::ui::{Document, PageMeta, error_html, set_status};

/// Shows the page at the request's address, or why it cannot be shown.
#[component]
pub(crate) fn PrerenderedPage(
    /// The path, with the query after a question mark.
    address: String,
) -> impl IntoView {
    let page = Suspend::new(async move {
        let (page, robots) = match render(&address).await {
            Ok(document) => (document, ""),
            Err(error) => {
                set_status(error.status());
                let (title, html) = (error.heading().to_owned(), error_html(error));
                (Document { title, html, ..Document::default() }, "noindex")
            }
        };
        view! {
            <PageMeta title=page.title description=page.description robots/>
            <main id="innehall" tabindex="-1" data-app inner_html=page.html></main>
        }
    });
    view! { <Suspense>{page}</Suspense> }
}
