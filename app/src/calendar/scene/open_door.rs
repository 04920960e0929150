//! The door that is open over the scene.

use leptos::ev::MouseEvent;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::history;
use super::live_doors::LiveDoors;
use super::opened_doors::OpenedDoors;
use crate::calendar::api::show_door;
use crate::calendar::types::DoorContent;
use crate::error::AppError;

/// Id of the card's heading, which the server gives it.
pub(super) const HEADING_ID: &str = "kort";

/// State of the dialog in which a door's card is shown, and how it changes.
#[derive(Clone, Copy)]
pub(in crate::calendar) struct OpenDoor {
    doors: LiveDoors,
    opened: OpenedDoors,
    pub(super) dialog: NodeRef<Dialog>,
    /// The door whose leaf is open.
    day: RwSignal<Option<u16>>,
    pub(super) content: RwSignal<Option<Result<DoorContent, AppError>>>,
    /// Address and title of the page under the dialog, to return to.
    page_address: StoredValue<String>,
    page_title: StoredValue<String>,
}

impl OpenDoor {
    /// Returns the state of a dialog in which no door is open, and handles the visitor's steps in the history.
    pub(super) fn new(doors: LiveDoors, opened: OpenedDoors) -> Self {
        let open_door = Self {
            doors,
            opened,
            dialog: NodeRef::new(),
            day: RwSignal::new(None),
            content: RwSignal::new(None),
            page_address: StoredValue::new(String::new()),
            page_title: StoredValue::new(String::new()),
        };
        history::on_popstate(move || open_door.handle_popstate());
        open_door
    }

    /// Whether the visitor has opened a door before.
    pub(super) fn was_opened(self, day: u16) -> bool {
        self.opened.contains(day)
    }

    /// Whether a door's leaf is open.
    pub(super) fn is_open(self, day: u16) -> bool {
        self.day.get() == Some(day)
    }

    /// Opens a door instead of following its link, unless the click asks for a new tab or window.
    pub(in crate::calendar) fn handle_click(self, event: &MouseEvent, day: u16) {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if is_plain && !event.default_prevented() {
            event.prevent_default();
            if self.day.get_untracked().is_none() {
                self.page_address.set_value(history::address());
                self.page_title.set_value(document().title());
            }
            self.open(day, true);
        }
    }

    fn open(self, day: u16, with_address: bool) {
        self.day.set(Some(day));
        spawn_local(async move {
            let content = show_door(self.doors.slug(), day).await;
            let content = content.and_then(|payload| payload.unpack::<DoorContent>());
            // It was closed, or another door was opened, while this one was loading.
            if self.day.try_get_untracked().flatten() != Some(day) {
                return;
            }
            if content.as_ref().is_ok_and(|door| door.is_open) {
                self.opened.insert(day);
            }
            self.content.set(Some(content));
            if with_address {
                history::show(&self.doors.path(day));
            }
            self.page_title.with_value(|title| document().set_title(&format!("Lucka {day} – {title}")));
            request_animation_frame(move || self.show_dialog());
        });
    }

    /// Loads the door again after a failure.
    pub(super) fn retry(self) {
        if let Some(day) = self.day.get_untracked() {
            self.open(day, true);
        }
    }

    /// Shows the dialog, and moves the focus to its heading, where a screen reader begins.
    fn show_dialog(self) {
        let Some(dialog) = self.dialog.try_get_untracked().flatten() else { return };
        if !dialog.open() {
            // A click beside the card closes it, too.
            _ = dialog.set_attribute("closedby", "any");
            _ = dialog.show_modal();
        }
        dialog.set_scroll_top(0);
        focus(&format!("#{HEADING_ID}"));
    }

    /// Closes the dialog.
    pub(super) fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked().filter(HtmlDialogElement::open) {
            dialog.close();
        }
    }

    /// Restores address, title and focus after the dialog was closed.
    pub(super) fn handle_close(self) {
        history::leave_door();
        let day = self.day.get_untracked();
        self.day.set(None);
        self.content.set(None);
        self.page_title.with_value(|title| document().set_title(title));
        if let Some(day) = day {
            focus(&format!("#lucka-{day}"));
        }
    }

    /// Opens or closes the dialog after a step in the history. Returns whether the step stayed within the scene.
    fn handle_popstate(self) -> bool {
        let address = history::address();
        let door = self.doors.days().into_iter().find(|day| self.doors.path(*day) == address);
        if let Some(day) = door.filter(|_| history::is_marked()) {
            self.open(day, false);
            return true;
        }
        self.close();
        self.page_address.with_value(|page| *page == address)
    }
}

fn focus(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}
