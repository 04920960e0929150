//! Saves what somebody writes while it is being written: in this browser at every change, on the server within two
//! seconds of a pause. Whatever happens to the window, the network or the session, the text is in one of the two.

mod act;
mod company;
mod fields;
mod local;
mod messages;
mod regions;
mod window;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

use self::window::EditorWindow;
use crate::admin::text_editor;

/// Starts the autosave for as long as the editor is shown. `name` identifies the post and its writer; it is empty when
/// the post cannot be changed. `editor` holds the addresses of the text editor's script and style.
pub(super) fn start(name: String, editor: (String, String)) {
    if name.is_empty() {
        return;
    }
    Effect::new(move || {
        let (name, editor, owner) = (name.clone(), editor.clone(), Owner::current());
        // Once the form is in the page.
        request_animation_frame(move || {
            text_editor::load(&editor.0, &editor.1);
            if let (Some(form), Some(owner)) = (form(), owner) {
                // So that everything ends when the page is left.
                owner.with(|| EditorWindow::start(name, &form));
            }
        });
    });
}

/// Returns the editor's form, if it is in the page.
fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id("text")?.dyn_into().ok()
}
