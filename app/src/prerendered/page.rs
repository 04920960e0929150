//! Every address that no other route takes.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::api::read;
use crate::paths;
use crate::ui::{page, placed};

/// A page that is only read, or the news that there is none.
#[component]
pub fn PrerenderedPage() -> impl IntoView {
    let address = use_location();
    let key = Memo::new(move |before: Option<&String>| {
        let path = address.pathname.get();
        match before {
            // On the way to another route this page is still here, but what comes is not its business.
            Some(before) if !paths::is_only_read(&path) => before.clone(),
            // The router has the query with its question mark in the browser, and without it on the server.
            _ => format!("{path}?{}", address.search.get().trim_start_matches('?')),
        }
    });
    page(move || key.get(), read, placed)
}
