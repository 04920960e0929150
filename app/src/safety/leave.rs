//! The quick exit: a plain link that works by itself, and `leave.js`, which makes it quicker on every page: it blanks the page at
//! once and replaces it in the history, as do three presses of Shift. It needs no client.

use leptos::prelude::*;

use crate::paths;

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

#[cfg(test)]
mod tests {
    use crate::paths;

    #[test]
    fn the_script_leads_where_the_link_does() {
        let script = include_str!("leave.js");
        assert!(script.contains(&format!("const EXIT = {:?};", paths::QUICK_EXIT)));
    }
}
