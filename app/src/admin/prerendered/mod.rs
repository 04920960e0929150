//! Rooms of lists and plain forms.
//!
//! The server finishes them, whatever the address, so that a new one costs the client nothing: no types, no
//! components, one function.

mod api;

#[cfg(feature = "ssr")]
mod address;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};

use self::api::read_room;
use super::room::room_at;
use crate::ui::PageMeta;

/// A room as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrerenderedRoom {
    /// The title of the browser's tab.
    pub(super) title: String,
    /// The room, with its heading.
    pub(super) html: String,
}

/// A room of lists and plain forms.
#[component]
pub(super) fn PrerenderedRoomPage() -> impl IntoView {
    let address = use_location();
    let path = address.pathname.get_untracked();
    // On the way to another room this one is still here, but what comes is not its business.
    let depth = path.matches('/').count();
    let key = Memo::new(move |before: Option<&String>| {
        let path = address.pathname.get();
        match before {
            Some(before) if path.matches('/').count() != depth || !is_beside(&path, before) => before.clone(),
            // The router has the query with its question mark in the browser, and without it on the server.
            _ => format!("{path}?{}", address.search.get().trim_start_matches('?')),
        }
    });
    room_at(
        move || key.get(),
        read_room,
        |room: PrerenderedRoom| {
            view! {
                <PageMeta title=room.title robots="noindex"/>
                <div class="room" inner_html=room.html></div>
            }
        },
    )
}

/// Whether two addresses are of the same kind of room: `/admin/kalendrar/1` and `/admin/kalendrar/2`.
fn is_beside(path: &str, other: &str) -> bool {
    let kind = |path: &str| path.split(['/', '?']).nth(2).map(str::to_owned);
    kind(path) == kind(other)
}
