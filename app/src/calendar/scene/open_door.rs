//! The door that is open over its page.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::history;
use super::live_doors::LiveDoors;
use super::opened_doors::OpenedDoors;
use crate::calendar::api::show_door;
use crate::calendar::types::{DoorContent, EditionView};
use crate::error::AppError;

/// Id of the card's heading, which the server gives it.
pub(super) const HEADING_ID: &str = "kort";

/// An edition's doors on a page, and the dialog in which the card of one is shown.
#[derive(Clone, Copy)]
pub(crate) struct OpenDoor {
    /// The edition's doors.
    pub(crate) doors: LiveDoors,
    pub(in crate::calendar) opened: OpenedDoors,
    pub(super) dialog: NodeRef<Dialog>,
    /// The door whose leaf is open.
    day: RwSignal<Option<u16>>,
    pub(super) content: RwSignal<Option<Result<DoorContent, AppError>>>,
    is_loading: RwSignal<bool>,
    /// Address and title of the page under the dialog, to return to.
    page_address: StoredValue<String>,
    page_title: StoredValue<String>,
}

impl OpenDoor {
    /// Returns an edition's doors, none of them open, and handles the visitor's steps in the history.
    pub(crate) fn new(edition: &EditionView) -> Self {
        let open_door = Self {
            doors: LiveDoors::poll(edition),
            opened: OpenedDoors::load(&edition.slug),
            dialog: NodeRef::new(),
            day: RwSignal::new(None),
            content: RwSignal::new(None),
            is_loading: RwSignal::new(false),
            page_address: StoredValue::new(String::new()),
            page_title: StoredValue::new(String::new()),
        };
        history::on_popstate(move || open_door.handle_popstate());
        let left = history::left_door();
        Effect::new(move || {
            if let Some(day) = left {
                request_animation_frame(move || open_door.focus_link(day));
            }
        });
        open_door
    }

    /// Whether a door's leaf is open.
    pub(in crate::calendar) fn is_open(self, day: u16) -> bool {
        self.day.get() == Some(day)
    }

    /// Whether a door's card is being fetched.
    pub(super) fn is_loading(self) -> bool {
        self.is_loading.get()
    }

    /// Opens a door instead of following a link to it, unless the click asks for a new tab or window.
    pub(super) fn handle_click(self, event: &MouseEvent) {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a").ok().flatten());
        let day = link.and_then(|link| self.day_at(&link.get_attribute("href")?));
        if let Some(day) = day.filter(|_| is_plain && !event.default_prevented()) {
            event.prevent_default();
            if self.day.get_untracked().is_none() {
                self.page_address.set_value(history::address());
                self.page_title.set_value(document().title());
            }
            self.open(day, true);
        }
    }

    /// Takes the opening back when Escape comes before the card does. An open dialog handles the key itself.
    pub(super) fn handle_key(self, event: &KeyboardEvent) {
        let is_shown = self.dialog.get_untracked().is_some_and(|dialog| dialog.open());
        if event.key() == "Escape" && !is_shown && self.day.get_untracked().is_some() {
            self.handle_close();
        }
    }

    /// Returns the day of the edition's door at an address.
    fn day_at(self, address: &str) -> Option<u16> {
        self.doors.days().into_iter().find(|day| self.doors.path(*day) == address)
    }

    fn open(self, day: u16, with_address: bool) {
        self.day.set(Some(day));
        self.is_loading.set(true);
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
            self.is_loading.set(false);
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
        // The visitor may have changed her mind since the frame was asked for.
        let is_wanted = self.day.try_get_untracked().flatten().is_some();
        let dialog = self.dialog.try_get_untracked().flatten().filter(|_| is_wanted);
        let Some(dialog) = dialog else { return };
        if !dialog.open() {
            // A click beside the card closes it, too.
            _ = dialog.set_attribute("closedby", "any");
            _ = dialog.show_modal();
        }
        dialog.set_scroll_top(0);
        focus(&format!("#{HEADING_ID}"));
    }

    /// Closes the dialog.
    fn close(self) {
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
        self.is_loading.set(false);
        self.page_title.with_value(|title| document().set_title(title));
        if let Some(day) = day {
            self.focus_link(day);
        }
    }

    /// Moves the focus to a door, unless it is on another link to it: the browser returns it to where it was.
    fn focus_link(self, day: u16) {
        let focused = document().active_element().and_then(|link| link.get_attribute("href"));
        if focused != Some(self.doors.path(day)) {
            focus(&format!("#lucka-{day}"));
        }
    }

    /// Opens or closes the dialog after a step in the history. Returns whether the step stayed within the scene.
    fn handle_popstate(self) -> bool {
        let address = history::address();
        if let Some(day) = self.day_at(&address).filter(|_| history::is_marked()) {
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
