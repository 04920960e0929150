//! `/admin/forhandsvisning/{text|kalender}/{number}`: the site as it will be, in a frame, as of a chosen moment and in
//! a chosen width; and review links to a post.
//!
//! All of it is rendered on the server, and every choice is an address. Only the button that shares a new link needs the
//! client.

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

/// The page as the server has rendered it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRoom {
    /// Title of the browser's tab.
    title: String,
    /// A review link that was just created: words and address as HTML, and its path.
    link: Option<(String, String)>,
    /// Everything below.
    html: String,
}

/// The page.
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
