//! `/admin/personer`: who is of the staff. For admins.
//!
//! The list and its forms come from the server and stay plain forms: each leads back to the page, which says what
//! was done or what to do, with what was typed. Only the link to pass on has a button that needs the client.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use self::api::people;
use super::room::room;
use crate::ui::{PageMeta, ShareButton};

/// The room as it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffAccountsRoom {
    /// The title of the browser's tab.
    title: String,
    /// A link that was just made.
    link: Option<FreshLink>,
    /// The list and the forms.
    html: String,
}

/// A single-use link, shown once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FreshLink {
    name: String,
    /// What became of it, and what to do.
    words: String,
    address: String,
    path: String,
}

/// The room.
#[component]
pub(super) fn PeoplePage() -> impl IntoView {
    room(
        |_| people(),
        |room: StaffAccountsRoom| {
            view! {
                <PageMeta title=room.title robots="noindex"/>
                <h1>"Personer"</h1>
                {room.link.map(|link| view! { <LinkToPassOn link/> })}
                <div class="people" inner_html=room.html></div>
            }
        },
    )
}

#[component]
fn LinkToPassOn(link: FreshLink) -> impl IntoView {
    view! {
        <section class="notice fresh-link" data-kind="done" aria-labelledby="fresh-link">
            <h2 id="fresh-link">{format!("Länk till {}", link.name)}</h2>
            <p>{link.words}</p>
            <p><code>{link.address}</code></p>
            <ShareButton path=link.path/>
        </section>
    }
}
