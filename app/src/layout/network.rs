//! The notice that the network is lost, and that it is back.

use leptos::prelude::*;

/// An empty status element, which `network.js` fills when the browser reports a change.
#[component]
pub(super) fn NetworkNotice() -> impl IntoView {
    view! { <p class="network" role="status"></p> }
}
