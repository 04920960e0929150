//! The doors that the visitor has opened, stored on the device only when the visitor asks for it.
//!
//! That the entry exists is the visitor's consent; without it nothing is stored.

use leptos::prelude::window;
use web_sys::Storage;

use super::opened_entry::{days_in, with_day};

/// Key of the entry in the browser's local storage.
const ENTRY: &str = "guldkorn-luckor";

/// Returns the opened doors of an edition; `None` unless remembering is enabled.
pub(super) fn opened(edition: &str) -> Option<Vec<u16>> {
    stored().map(|entry| days_in(&entry, edition))
}

/// Remembers an opened door of an edition, if that is enabled on this device.
pub(super) fn remember(edition: &str, day: u16) {
    if let (Some(entry), Some(storage)) = (stored(), storage()) {
        _ = storage.set_item(ENTRY, &with_day(&entry, edition, day));
    }
}

/// Enables remembering, or disables it and forgets the doors of all editions.
pub(super) fn set_enabled(is_enabled: bool) {
    let Some(storage) = storage() else { return };
    _ = if is_enabled { storage.set_item(ENTRY, "") } else { storage.remove_item(ENTRY) };
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn stored() -> Option<String> {
    storage()?.get_item(ENTRY).ok().flatten()
}
