//! Does what a button of the form says without leaving the page: the text, the cursor and the place on the page stay.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, SubmitEvent};

use super::super::acts::act;
use super::super::{ActResponse, Sent};
use super::window::EditorWindow;
use super::{fields, form, local, messages, regions};
use crate::error::AppError;
use crate::posts::DoorForm;

/// A button that was pressed.
#[derive(Clone)]
pub(super) struct Pressed {
    action: String,
    words: String,
    button: Option<Element>,
}

impl Pressed {
    /// Takes over a submit event of the editor's form.
    pub(super) fn of(event: &Event) -> Self {
        event.prevent_default();
        let button: Option<Element> =
            event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter).map(JsCast::unchecked_into);
        let action = button.as_ref().and_then(|button| button.get_attribute("value")).unwrap_or_default();
        let words = button.as_ref().and_then(|button| button.text_content()).unwrap_or_default();
        Self { action, words, button }
    }

    fn set_busy(&self, is_busy: bool) {
        if let Some(button) = &self.button {
            _ = if is_busy {
                button.set_attribute("aria-busy", "true")
            } else {
                button.remove_attribute("aria-busy")
            };
        }
    }
}

/// Sends the form with the button's action, and shows what was done.
pub(super) fn run(window: EditorWindow, pressed: Pressed) {
    let Some(form) = form() else { return };
    let (sent, door) = (fields::read(&form), fields::read_door(&form));
    // Whatever happens to the request, the text is in this browser.
    local::save(&window.name(), &sent);
    pressed.set_busy(true);
    spawn_local(async move {
        let response = send(&pressed.action, sent.clone(), door).await;
        pressed.set_busy(false);
        // The editor may be gone by now.
        if !window.act_ended() {
            return;
        }
        match response {
            Ok(response) if !response.page.is_empty() => {
                local::remove(&window.name());
                _ = leptos::prelude::window().location().assign(&response.page);
            }
            Ok(response) => {
                regions::update(&response.html, &pressed.action);
                document().set_title(&response.title);
                window.after_act(&sent);
            }
            Err(error) => {
                messages::show_refused(&pressed.words, error);
                window.after_failed_act();
            }
        }
    });
}

async fn send(action: &str, sent: Sent, door: DoorForm) -> Result<ActResponse, AppError> {
    let Sent { id, base_revision, draft_version, form } = sent;
    act(id, base_revision, draft_version, action.to_owned(), door, form).await?.unpack()
}
