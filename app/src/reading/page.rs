//! Every address that no other route takes.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::api::read;
use crate::ui::{page, placed};

/// A page that is only read, or the news that there is none.
#[component]
pub fn ReadingPage() -> impl IntoView {
    let address = use_location();
    // The router has the query with its question mark in the browser, and without it on the server.
    let key = move || format!("{}?{}", address.pathname.get(), address.search.get().trim_start_matches('?'));
    page(key, read, placed)
}
