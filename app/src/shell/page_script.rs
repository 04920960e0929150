//! The script of every page, which also loads the client and lets it take over the page.

use std::sync::Arc;

use leptos::nonce::Nonce;
use leptos::prelude::*;

use crate::paths;
use crate::state::Assets;

/// Links `page.js`: what a page does by itself, the same on every page, in a file that browsers keep. It runs when the page has
/// been parsed, and what differs from page to page stands in its attributes.
///
/// It loads the client late: when the browser is idle on pages with doors, elsewhere at the first sign of use or when
/// it has been idle for long, and never where the visitor saves data. Until then, and without it, links and forms
/// work as links and forms.
///
/// The client takes over only when it can. Translators, extensions and phones change pages before it has come, and it
/// would break at the first node that is not as the server wrote it: so the app's part is kept as it was parsed, and
/// put back where it differs. A page that a proxy has rewritten on the way has another `shape`, and never gets the
/// client. The client follows no link before the style sheets of all pages are there. What it listens to on the window
/// reaches it once the page is its own, and no longer after it has failed: then links and forms are links and forms again.
/// That is `take_over.js`, which comes with the client.
///
/// Stands in for Leptos' `HydrationScripts`, which loads at once and makes Firefox fetch the client twice
/// (leptos issue 4843).
#[component]
pub(super) fn PageScript(
    assets: Arc<Assets>,
    nonce: Nonce,
    /// See [`Shell::shape`](super::Shell::shape).
    shape: u32,
    eager: bool,
    /// The style sheets that this page does without, but not every page that the client goes on to, with spaces between.
    later_css: String,
) -> impl IntoView {
    let Assets { page_js, js, wasm, take_over_js, .. } = Assets::clone(&assets);
    (!page_js.is_empty()).then(|| {
        view! {
            <script
                r#type="module"
                src=page_js
                nonce=nonce
                data-js=js
                data-wasm=wasm
                data-takeover=take_over_js
                data-sheets=later_css
                data-shape=shape.to_string()
                data-eager=eager.to_string()
            ></script>
        }
    })
}

/// Returns whether the client comes as soon as the browser is idle: where somebody is about to open a door, to
/// search or to write.
pub(super) fn is_eager(path: &str) -> bool {
    path == paths::START
        || path == paths::SEARCH
        || path.starts_with(paths::CALENDAR)
        || paths::is_admin(path)
}
