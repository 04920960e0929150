//! The address while a door stands open over the scene: the door's own, and back again.
//!
//! The router does not take part: the scene stays where it is, so that closing returns to the same place. Entries
//! that the scene adds carry a mark, by which it knows them when the visitor walks back and forth.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Event, History};

const MARK: &str = "lucka";

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

/// Calls `on_walk` whenever the visitor walks through the history, before the router hears of it; where it returns
/// true, the router never does.
pub(super) fn listen(on_walk: impl Fn() -> bool + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if on_walk() {
            event.stop_immediate_propagation();
        }
    });
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    let function = listener.as_ref().unchecked_ref();
    _ = window().add_event_listener_with_callback_and_add_event_listener_options("popstate", function, &options);
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || {
        listener.try_with_value(|listener| {
            let function = listener.as_ref().unchecked_ref();
            _ = window().remove_event_listener_with_callback_and_bool("popstate", function, true);
        });
    });
}
