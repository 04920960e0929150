//! The client's route for every address that no other route takes.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::api::read;
use crate::paths;
use crate::ui::{page, show_document};

/// Shows the prerendered page at the current address, or that there is none.
#[component]
pub fn PrerenderedPage() -> impl IntoView {
    let location = use_location();
    let address = Memo::new(move |before: Option<&String>| {
        let path = location.pathname.get();
        match before {
            // On the way to another route this page is still here, but must not fetch that route's address.
            Some(before) if !paths::is_prerendered(&path) => before.clone(),
            // The router has the query with its question mark in the browser, and without it on the server.
            _ => format!("{path}?{}", location.search.get().trim_start_matches('?')),
        }
    });
    page(move || address.get(), read, show_document)
}
