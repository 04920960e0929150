//! The WebAssembly entry: takes over the page that the server rendered.

// The app's view is one deeply nested type.
#![recursion_limit = "512"]

use app::admin::AdminApp;
use app::navigation;
use app::paths::is_admin;
use app::ui::{leave_links_to_browser, listen_for_sharing};
use js_sys::Function;
use leptos::mount::hydrate_from;
use leptos::prelude::{document, lazy, window};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Takes over the app's part of the page: the staff's pages are hydrated, readers' pages stay as they are and get what
/// they do.
///
/// `begin` is called immediately before: it makes the page as the server sent it, and returns the function to call when
/// the page is taken over (see `app/src/shell/take_over.js`).
#[wasm_bindgen]
pub fn hydrate(begin: Function) {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let path = window().location().pathname().unwrap_or_default();
    spawn_local(async move {
        if is_admin(&path) {
            hydrate_admin(begin).await;
        } else {
            take_over(&begin, |_| navigation::start());
        }
    });
}

/// Hydrates a page of the admin, whose code is in a chunk of its own that no public page fetches.
#[lazy]
fn hydrate_admin(begin: Function) {
    take_over(&begin, |root| {
        listen_for_sharing();
        leave_links_to_browser();
        hydrate_from(root, AdminApp).forget();
    });
}

/// Takes over without a pause in which anything else could change the page.
fn take_over(begin: &Function, start: impl FnOnce(HtmlElement)) {
    let root = document().query_selector("[data-app]").ok().flatten();
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let Ok(Ok(end)) = begin.call0(&JsValue::NULL).map(JsCast::dyn_into::<Function>) else { return };
    start(root);
    _ = end.call0(&JsValue::NULL);
}
