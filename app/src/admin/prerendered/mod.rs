//! Admin pages of lists and plain forms, whose HTML comes whole from the server.
//!
//! One route component and one server function serve them all, so that a new page costs the client nothing.

mod api;

#[cfg(feature = "ssr")]
mod address;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};

use self::api::load_page;
use super::admin_page::admin_page_at;
use super::staff_script;
use crate::ui::PageMeta;

/// A page as the server has rendered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrerenderedAdminPage {
    /// The title of the browser's tab.
    pub(super) title: String,
    /// The content with its heading.
    pub(super) html: String,
}

/// Shows the prerendered page at the current address.
#[component]
pub(super) fn PrerenderedAdminRoute() -> impl IntoView {
    let address = use_location();
    let path = address.pathname.get_untracked();
    // While the router changes to another page this one is still mounted, and must not load that one's data.
    let depth = path.matches('/').count();
    let key = Memo::new(move |before: Option<&String>| {
        let path = address.pathname.get();
        match before {
            Some(before) if path.matches('/').count() != depth || !is_same_kind(&path, before) => {
                before.clone()
            }
            // The router has the query with its question mark in the browser, and without it on the server.
            _ => format!("{path}?{}", address.search.get().trim_start_matches('?')),
        }
    });
    admin_page_at(
        move || key.get(),
        load_page,
        |page: PrerenderedAdminPage| {
            staff_script::load_if_named();
            view! {
                <PageMeta title=page.title robots="noindex"/>
                <div class="room" inner_html=page.html></div>
            }
        },
    )
}

/// Whether two addresses are of the same kind of page: `/admin/kalendrar/1` and `/admin/kalendrar/2`.
fn is_same_kind(path: &str, other: &str) -> bool {
    let kind = |path: &str| path.split(['/', '?']).nth(2).map(str::to_owned);
    kind(path) == kind(other)
}
