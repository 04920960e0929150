//! The local copy: what this browser stores of a post until the server has it.

use leptos::prelude::window;
use web_sys::Storage;

use super::super::Sent;

pub(super) fn save(name: &str, sent: &Sent) {
    if let (Some(storage), Ok(json)) = (storage(), serde_json::to_string(sent)) {
        _ = storage.set_item(&key(name), &json);
    }
}

pub(super) fn load(name: &str) -> Option<Sent> {
    let json = storage()?.get_item(&key(name)).ok().flatten()?;
    serde_json::from_str(&json).ok()
}

pub(super) fn remove(name: &str) {
    if let Some(storage) = storage() {
        _ = storage.remove_item(&key(name));
    }
}

fn key(name: &str) -> String {
    format!("guldkorn-text-{name}")
}

/// None where the browser forbids it, as some do in a private window.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
