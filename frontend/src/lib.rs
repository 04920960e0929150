//! The WebAssembly entry: takes over the page that the server rendered.

// The app's view is one deeply nested type.
#![recursion_limit = "512"]

use app::admin::Rooms;
use app::app::App;
use app::paths::is_staff_room;
use leptos::mount::hydrate_from;
use leptos::prelude::{document, lazy, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Takes over what is inside the page's frame, and says so on the root element.
#[wasm_bindgen]
pub fn hydrate() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let place = document().query_selector("[data-app]").ok().flatten();
    let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) else { return };
    let path = window().location().pathname().unwrap_or_default();
    spawn_local(async move {
        if is_staff_room(&path) {
            take_over_rooms(place).await;
        } else {
            hydrate_from(place, App).forget();
        }
        if let Some(root) = document().document_element() {
            _ = root.set_attribute("data-hydrated", "");
        }
    });
}

/// The staff's rooms lie in a file of their own, which no public page fetches.
#[lazy]
fn take_over_rooms(place: HtmlElement) {
    hydrate_from(place, Rooms).forget();
}
