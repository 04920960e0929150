//! A calm word when the network is gone, and another when it is back.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// An empty place, and the script that writes in it. What the page already shows can be read on.
#[component]
pub(super) fn NetworkNotice() -> impl IntoView {
    let script = concat!("(", include_str!("network.js"), ")();");
    view! {
        <p class="network" role="status"></p>
        <script nonce=use_nonce()>{script}</script>
    }
}
