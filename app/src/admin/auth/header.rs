//! The header of pages without a session.

use leptos::prelude::*;

use crate::paths;

/// Shows the logo as a link to the start page.
#[component]
pub(super) fn Header() -> impl IntoView {
    view! {
        <header class="head night">
            <div class="wrap">
                <a class="brand" href=paths::START>
                    <img src=paths::ICON_192 alt="" width="48" height="48"/>
                    "Till webbplatsen"
                </a>
            </div>
        </header>
    }
}
