//! `/admin/forhandsvisning/{text|kalender}/{number}`: the site as it will be, in a frame, as of a chosen moment and in
//! a chosen width; and links to a text for somebody outside.
//!
//! All of it is finished on the server, and every choice is an address. Only the fresh link's button needs the client.

mod api;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod review_links;
#[cfg(feature = "ssr")]
mod views;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};

use self::api::preview;
use super::admin_page::admin_page;
use crate::ui::{PageMeta, ShareButton};

/// The room as it is to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRoom {
    /// What is looked at.
    title: String,
    /// A link for somebody outside that was just made: words and address, and its path.
    link: Option<(String, String)>,
    /// Everything else.
    html: String,
}

/// The room.
#[component]
pub(super) fn PreviewPage() -> impl IntoView {
    let here = use_location();
    let address = move || {
        let query = here.search.get_untracked();
        format!("{}?{}", here.pathname.get_untracked(), query.trim_start_matches('?'))
    };
    admin_page(
        move |_| preview(address()),
        |room: PreviewRoom| {
            view! {
                <PageMeta title=room.title robots="noindex"/>
                {room.link.map(|(html, path)| view! {
                    <section class="notice fresh-link" data-kind="done" aria-labelledby="fresh-link">
                        <div inner_html=html></div>
                        <ShareButton path/>
                    </section>
                })}
                <div class="looking" inner_html=room.html></div>
            }
        },
    )
}
