//! The address while a door stands open over the scene: the door's own, and back again.
//!
//! The router does not take part: the scene stays where it is, so that closing returns to the same place. Entries
//! that the scene adds carry a mark, by which it knows them when the visitor walks back and forth.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::History;

const MARK: &str = "lucka";

type Walker = Box<dyn Fn() -> bool + Send + Sync>;

/// Who hears of the visitor's walks through the history before the router does.
#[derive(Clone, Copy)]
struct Walks(StoredValue<Option<Walker>>);

/// Lets scenes hear of walks through the history. To be called before the router is made: a window calls its
/// listeners in the order in which they came.
pub fn hear_walks() {
    let walks = Walks(StoredValue::new(None));
    provide_context(walks);
    _ = window_event_listener_untyped("popstate", move |event| {
        let is_done = walks.0.try_with_value(|walker| walker.as_ref().is_some_and(|walker| walker()));
        if is_done == Some(true) {
            event.stop_immediate_propagation();
        }
    });
}

/// Calls `walker` whenever the visitor walks through the history, for as long as the scene is shown; where it
/// returns true, the router never hears of it.
pub(super) fn listen(walker: impl Fn() -> bool + Send + Sync + 'static) {
    let Some(walks) = use_context::<Walks>() else { return };
    walks.0.set_value(Some(Box::new(walker)));
    on_cleanup(move || _ = walks.0.try_set_value(None));
}

fn history() -> Option<History> {
    window().history().ok()
}

/// Whether the present entry was added by a scene.
pub(super) fn is_marked() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state == JsValue::from_str(MARK))
}

/// The present path with its query.
pub(super) fn address() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
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

/// Walks back from a door's entry.
pub(super) fn leave() {
    if let Some(history) = history().filter(|_| is_marked()) {
        _ = history.back();
    }
}
