//! Events of the page.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, MouseEvent};

/// Calls `handle` at each event of a kind for as long as the document is shown and the client has not failed: see
/// `take_over.js`. What listens on the window is called after what listens on the document, which may have taken the event.
pub(crate) fn listen(target: &EventTarget, kind: &str, handle: impl Fn(&Event) + 'static) {
    let handle = move |event: Event| {
        if document().document_element().is_some_and(|html| html.has_attribute("data-hydrated")) {
            handle(&event);
        }
    };
    let listener = Closure::wrap(Box::new(handle) as Box<dyn Fn(Event)>);
    let function = listener.as_ref().unchecked_ref();
    // The closing of a dialog does not bubble.
    _ = target.add_event_listener_with_callback_and_bool(kind, function, kind == "close");
    listener.forget();
}

/// Returns the element that a selector matches and in which an event was.
pub(crate) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// Whether a click asks for no more than what it is on: not for a new tab or window, and nobody else has taken it.
pub(crate) fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|click| {
        let with_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        click.button() == 0 && !with_key && !click.default_prevented()
    })
}
