//! The notice that the network is lost, and that it is back.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::ui::inline_script;

/// An empty status element, and the script that fills it when the browser reports a change.
#[component]
pub(super) fn NetworkNotice() -> impl IntoView {
    let script = inline_script(concat!("(", include_str!("network.js"), ")();"));
    view! {
        <p class="network" role="status"></p>
        <script nonce=use_nonce()>{script}</script>
    }
}
