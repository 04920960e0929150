//! The quick exit: a plain link that works by itself, and a script that makes it quicker.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::paths;

/// The way out. The style sheet shows it only where something sensitive is on the page, or in the dialog it stands in;
/// a browser too old to judge shows it everywhere.
#[component]
pub(crate) fn LeaveLink() -> impl IntoView {
    view! {
        <p class="leave">
            <span role="status"></span>
            // The client's router must not take it for a page of the app, nor a robot for a page at all.
            <a class="button" href=paths::LEAVE rel="external nofollow noreferrer">"Lämna sidan"</a>
        </p>
    }
}

/// The way out at the head of every page, before all other links, with its script: blank at once, no way back, and
/// three presses of Shift do the same. Waits for nothing and needs no client.
#[component]
pub(crate) fn QuickExit() -> impl IntoView {
    let script = format!("({})({:?});", include_str!("leave.js"), paths::LEAVE);
    view! {
        <LeaveLink/>
        <script nonce=use_nonce()>{script}</script>
    }
}
