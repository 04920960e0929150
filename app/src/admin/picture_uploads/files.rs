//! Files of this device. They are read by the names of their properties: bindings for a few types that only staff need would
//! be part of what every reader loads.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// A file with its name.
#[derive(Clone)]
pub(super) struct LocalFile {
    pub(super) name: String,
    pub(super) content: Blob,
}

/// Returns the files of what has any: an input, a drop, the clipboard.
pub(super) fn files_of(source: &JsValue) -> Vec<LocalFile> {
    let Ok(files) = Reflect::get(source, &"files".into()) else { return Vec::new() };
    if files.is_null() || files.is_undefined() {
        return Vec::new();
    }
    let file = |content: JsValue| {
        let name = Reflect::get(&content, &"name".into()).ok().and_then(|name| name.as_string());
        LocalFile { name: name.unwrap_or_default(), content: content.unchecked_into() }
    };
    Array::from(&files).iter().map(file).collect()
}
