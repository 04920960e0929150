//! The address while a door is open over its page: the door's own, and the page's again when it is closed.
//!
//! No other page is shown, so that closing returns to the same place. History entries that are added here are marked, so
//! that they are known when the visitor goes back and forward.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::History;

const MARK: &str = "lucka";

fn history() -> Option<History> {
    window().history().ok()
}

/// Whether the present entry is that of a door over its page.
pub(super) fn is_marked() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state == JsValue::from_str(MARK))
}

/// Shows a door's path as the address: as a new entry, or in place of the door shown before.
pub(super) fn show(path: &str) {
    let Some(history) = history() else { return };
    let mark = JsValue::from_str(MARK);
    _ = if is_marked() {
        history.replace_state_with_url(&mark, "", Some(path))
    } else {
        history.push_state_with_url(&mark, "", Some(path))
    };
}

/// Goes back from a door's entry to the page's.
pub(super) fn leave_door() {
    if let Some(history) = history().filter(|_| is_marked()) {
        _ = history.back();
    }
}
