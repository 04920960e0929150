//! Shows at the pressed button that its form is under way.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, SubmitEvent};

/// Marks the button of a form that the browser sends, until the next page is there. The button can still be pressed: on a
/// network that lost the request a second try is right, and the form's key makes it one act.
#[component]
pub(super) fn BusyButtons() -> impl IntoView {
    Effect::new(|| {
        let sent = window_event_listener_untyped("submit", mark);
        // A page that comes back from the browser's history waits for nothing.
        let shown = window_event_listener_untyped("pageshow", |_| clear());
        on_cleanup(move || {
            sent.remove();
            shown.remove();
        });
    });
}

fn mark(event: Event) {
    if event.default_prevented() {
        return;
    }
    if let Some(button) = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter) {
        _ = button.set_attribute("aria-busy", "true");
    }
}

fn clear() {
    let Ok(buttons) = document().query_selector_all("button[aria-busy]") else { return };
    for button in (0..buttons.length()).filter_map(|n| buttons.item(n)?.dyn_into::<Element>().ok()) {
        _ = button.remove_attribute("aria-busy");
    }
}
