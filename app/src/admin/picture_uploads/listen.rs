//! The ways by which pictures come to the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, Node};

use super::files::{LocalFile, files_of};
use super::queue::Queue;
use super::smaller;

/// Listens as long as the admin app runs.
pub(super) fn start() {
    let queue = Queue::new();
    Effect::new(move || {
        let listeners = [
            window_event_listener_untyped("submit", move |event| send_form(queue, &event)),
            window_event_listener_untyped("dragover", |event| allow_drop(&event)),
            window_event_listener_untyped("focusin", |event| prepare(&event)),
            window_event_listener_untyped("drop", move |event| send_from(queue, &event, "dataTransfer")),
            window_event_listener_untyped("paste", move |event| send_from(queue, &event, "clipboardData")),
            // What is not sent yet would be lost.
            window_event_listener_untyped("beforeunload", move |event| {
                if queue.is_busy() {
                    event.prevent_default();
                }
            }),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    });
}

/// Returns the library's form, if the page has it.
fn form() -> Option<HtmlFormElement> {
    document().query_selector("form[data-uploads]").ok().flatten()?.dyn_into().ok()
}

/// Loads what makes pictures smaller, once somebody turns to the form.
fn prepare(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    if let Some(form) = form().filter(|form| form.contains(target.as_ref())) {
        smaller::load(&form);
    }
}

fn send_form(queue: Queue, event: &Event) {
    let Some(form) = form().filter(|form| event.target().as_ref() == Some(form.as_ref())) else { return };
    let input = form.query_selector("input[type='file']").ok().flatten();
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else { return };
    let files = files_of(&input);
    if !files.is_empty() {
        event.prevent_default();
        send(queue, &form, files);
        input.set_value("");
    }
}

/// Where a page does not say that it takes a dropped file, the browser leaves the page for that file.
fn allow_drop(event: &Event) {
    if let Some(form) = form() {
        event.prevent_default();
        smaller::load(&form);
        // The form says what may be sent.
        if let Ok(Some(fold)) = form.closest("details") {
            _ = fold.set_attribute("open", "");
        }
    }
}

/// Sends the files of a drop or the clipboard. Words are dropped and pasted into fields as always.
fn send_from(queue: Queue, event: &Event, place: &str) {
    let Some(form) = form() else { return };
    let files =
        js_sys::Reflect::get(event, &place.into()).map_or_else(|_| Vec::new(), |data| files_of(&data));
    if !files.is_empty() {
        event.prevent_default();
        send(queue, &form, files);
    }
}

fn send(queue: Queue, form: &HtmlFormElement, files: Vec<LocalFile>) {
    if let Some(place) = document().query_selector("[data-upload-rows]").ok().flatten() {
        queue.show_in(&place);
    }
    queue.add(files, &chosen_for(form));
}

/// Returns the address of the page for which a picture is chosen; empty for none.
fn chosen_for(form: &Element) -> String {
    let field = form.query_selector("[name='valj']").ok().flatten();
    field.and_then(|field| field.get_attribute("value")).unwrap_or_default()
}
