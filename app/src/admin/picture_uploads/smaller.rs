//! Makes a large picture smaller before it is sent, by the function that the text editor's script has for its own pictures.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Element};

use crate::admin::text_editor;

/// Name of the function, see `frontend/editor/src/page.js`.
const FUNCTION: &str = "guldkornSmaller";

/// Loads the script, whose addresses the library's form has.
pub(super) fn load(form: &Element) {
    let address = |name: &str| form.get_attribute(name).unwrap_or_default();
    text_editor::load(&address("data-script"), &address("data-style"));
}

/// Returns a smaller picture, or the same where there is nothing to gain, or no script.
pub(super) async fn smaller(picture: &Blob) -> Blob {
    let made = match started(picture) {
        Some(making) => JsFuture::from(making).await.ok(),
        None => None,
    };
    made.map_or_else(|| picture.clone(), JsCast::unchecked_into)
}

fn started(picture: &Blob) -> Option<Promise> {
    let function = Reflect::get(&window(), &FUNCTION.into()).ok()?.dyn_into::<Function>().ok()?;
    function.call1(&JsValue::NULL, picture).ok()?.dyn_into().ok()
}
