//! The way from the log-in back to the site.

use leptos::prelude::*;

use crate::paths;

/// The logo, as a link to the start page.
#[component]
pub(super) fn WayBack() -> impl IntoView {
    view! {
        <header class="head night">
            <div class="wrap">
                <a class="brand" href=paths::START>
                    <img src="/logo.svg" alt="" width="40" height="48"/>
                    "Till webbplatsen"
                </a>
            </div>
        </header>
    }
}
