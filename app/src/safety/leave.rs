//! The quick exit: a plain link that works by itself, and a script that makes it quicker.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::paths;
use crate::ui::inline_script;

/// Shows the quick exit. The style sheet hides it unless something sensitive is on the page or in its dialog; browsers
/// without `:has` show it everywhere.
#[component]
pub(crate) fn LeaveLink() -> impl IntoView {
    view! {
        <p class="leave">
            <span role="status"></span>
            // `external` keeps the client's router away, `nofollow` crawlers.
            <a class="button" href=paths::QUICK_EXIT rel="external nofollow noreferrer">"Lämna sidan"</a>
        </p>
    }
}

/// Shows the quick exit at the start of every page, before all other links, with its script: it blanks the page at once
/// and replaces it in the history, as do three presses of Shift. It needs no client.
#[component]
pub(crate) fn QuickExit() -> impl IntoView {
    let script = format!("({})({:?});", inline_script(include_str!("leave.js")), paths::QUICK_EXIT);
    view! {
        <LeaveLink/>
        <script nonce=use_nonce()>{script}</script>
    }
}
