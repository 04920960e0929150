//! The WebAssembly entry: hydrates the page that the server rendered.

// The app's view is one deeply nested type.
#![recursion_limit = "512"]

use app::admin::AdminApp;
use app::app::App;
use app::paths::is_admin;
use leptos::mount::hydrate_from;
use leptos::prelude::{document, lazy, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Hydrates the app's part of the page, and then sets `data-hydrated` on the root element.
#[wasm_bindgen]
pub fn hydrate() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let root = document().query_selector("[data-app]").ok().flatten();
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let path = window().location().pathname().unwrap_or_default();
    spawn_local(async move {
        if is_admin(&path) {
            hydrate_admin(root).await;
        } else {
            hydrate_from(root, App).forget();
        }
        if let Some(html) = document().document_element() {
            _ = html.set_attribute("data-hydrated", "");
        }
    });
}

/// Hydrates a page of the admin, whose code is in a chunk of its own that no public page fetches.
#[lazy]
fn hydrate_admin(root: HtmlElement) {
    hydrate_from(root, AdminApp).forget();
}
