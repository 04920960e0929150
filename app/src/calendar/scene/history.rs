//! The address while a door is open over the scene: the door's own, and the scene's again when it is closed.
//!
//! The router does not take part: the scene stays where it is, so that closing returns to the same place. History
//! entries that the scene adds are marked, so that it knows them when the visitor goes back and forward.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::History;

use crate::paths;

const MARK: &str = "lucka";

/// Handles a `popstate` event; returns whether the router is to be kept from it.
type PopstateHandler = Box<dyn Fn() -> bool + Send + Sync>;

/// The handler of the page that is shown, and the door that was left by going back.
#[derive(Clone, Copy)]
struct SceneHandler {
    handler: StoredValue<Option<PopstateHandler>>,
    left: StoredValue<Option<u16>>,
}

/// Lets scenes handle `popstate` before the router. To be called before the router is made: a window calls its
/// listeners in the order in which they were added.
pub fn intercept_popstate() {
    let scene = SceneHandler { handler: StoredValue::new(None), left: StoredValue::new(None) };
    provide_context(scene);
    _ = window_event_listener_untyped("popstate", move |event| {
        let is_handled =
            scene.handler.try_with_value(|handler| handler.as_ref().is_some_and(|handler| handler()));
        if is_handled == Some(true) {
            event.stop_immediate_propagation();
        }
    });
}

/// Calls `handler` at each `popstate` for as long as the scene is shown; where it returns true, the router does not get
/// the event.
pub(super) fn on_popstate(handler: impl Fn() -> bool + Send + Sync + 'static) {
    let Some(scene) = use_context::<SceneHandler>() else { return };
    scene.handler.set_value(Some(Box::new(handler)));
    on_cleanup(move || _ = scene.handler.try_set_value(None));
}

fn history() -> Option<History> {
    window().history().ok()
}

/// Whether the present entry was added by a scene.
pub(super) fn is_marked() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| state == JsValue::from_str(MARK))
}

/// Returns the present path with its query.
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

/// Goes back from a door's entry to the scene's.
pub(super) fn leave_door() {
    if let Some(history) = history().filter(|_| is_marked()) {
        _ = history.back();
    }
}

/// Has the page of a door, loaded by itself, say which it was when the visitor goes back to a page with a scene.
pub(in crate::calendar) fn return_to_door(edition: &str, day: u16) {
    let Some(SceneHandler { left, .. }) = use_context() else { return };
    let edition = paths::edition(edition);
    on_popstate(move || {
        let address = address();
        let path = address.split('?').next();
        left.set_value(Some(day).filter(|_| path == Some(paths::START) || path == Some(&edition)));
        false
    });
}

/// Returns the door whose page the visitor has just left by going back.
pub(super) fn left_door() -> Option<u16> {
    use_context::<SceneHandler>()?.left.try_update_value(Option::take)?
}
