//! What this browser keeps of a text until the server has it.

use leptos::prelude::window;
use web_sys::Storage;

use super::super::Sent;

/// Keeps a text.
pub(super) fn keep(name: &str, sent: &Sent) {
    if let (Some(storage), Ok(json)) = (storage(), serde_json::to_string(sent)) {
        _ = storage.set_item(&entry(name), &json);
    }
}

/// The text that was kept.
pub(super) fn find(name: &str) -> Option<Sent> {
    let json = storage()?.get_item(&entry(name)).ok().flatten()?;
    serde_json::from_str(&json).ok()
}

/// Keeps it no longer.
pub(super) fn forget(name: &str) {
    if let Some(storage) = storage() {
        _ = storage.remove_item(&entry(name));
    }
}

fn entry(name: &str) -> String {
    format!("guldkorn-text-{name}")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
