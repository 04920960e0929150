//! The WebAssembly entry: takes over the page that the server rendered.

// The app's view is one deeply nested type.
#![recursion_limit = "512"]

use app::app::App;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

/// Takes over what is inside the page's frame, and says so on the root element.
#[wasm_bindgen]
pub fn hydrate() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let place = document().query_selector("[data-app]").ok().flatten();
    let Some(place) = place.and_then(|place| place.dyn_into().ok()) else { return };
    spawn_local(async move {
        leptos::mount::hydrate_from_async(place, App).await.forget();
        if let Some(root) = document().document_element() {
            _ = root.set_attribute("data-hydrated", "");
        }
    });
}
