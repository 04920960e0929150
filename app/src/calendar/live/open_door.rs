//! The door that is open over its page.

use std::cell::RefCell;

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlDialogElement, KeyboardEvent};

use super::doors::{self, Doors};
use super::{history, opened_doors};
use crate::browser::{self, Answer, Json, address, closest, encode, fetch, find, focus, focused};
use crate::calendar::card::card_html;

/// Id of the card's heading, which the server gives it.
const HEADING_ID: &str = "kort";

/// What a visitor reads whose door did not come.
const LOAD_ERROR: &str = r#"<form class="card-head" method="dialog"><button class="close" aria-label="Stäng luckan">×</button></form><h1 class="title" id="kort" tabindex="-1">Luckan gick inte att öppna</h1><p>Kontrollera att du har nät och försök igen.</p><p><button class="button" type="button" data-retry>Försök igen</button></p>"#;

/// The doors of the page that is shown, and the dialog in which the card of one is shown.
struct OpenDoor {
    doors: Doors,
    /// The door whose leaf is open.
    day: Option<u16>,
    /// Address and title of the page under the dialog, to return to.
    page: (String, String),
}

thread_local! {
    static OPEN_DOOR: RefCell<Option<OpenDoor>> = const { RefCell::new(None) };
}

/// Lets doors open in another page, all of them closed; in none when it has no doors.
pub(super) fn enter(doors: Option<Doors>) {
    OPEN_DOOR.set(doors.map(|doors| OpenDoor { doors, day: None, page: (address(), document().title()) }));
}

fn present_doors() -> Option<Doors> {
    OPEN_DOOR.with_borrow(|open| open.as_ref().map(|open| open.doors.clone()))
}

fn day() -> Option<u16> {
    OPEN_DOOR.with_borrow(|open| open.as_ref()?.day)
}

fn set_day(day: Option<u16>) {
    OPEN_DOOR.with_borrow_mut(|open| {
        if let Some(open) = open {
            open.day = day;
        }
    });
}

fn dialog() -> Option<HtmlDialogElement> {
    find("[data-doors] > dialog").and_then(|dialog| dialog.dyn_into().ok())
}

/// Opens a door instead of following a link to it. Without the client the links lead to the doors' pages.
pub(super) fn handle_click(event: &Event) {
    let Some(doors) = present_doors() else { return };
    if closest(event, "[data-retry]").is_some() {
        if let Some(day) = day() {
            open(doors, day, true);
        }
        return;
    }
    let link = closest(event, "[data-doors] a").filter(|_| browser::is_plain_click(event));
    let Some(day_of_link) = link.and_then(|link| doors.day_at(&link.get_attribute("href")?)) else { return };
    event.prevent_default();
    if day().is_none() {
        OPEN_DOOR.with_borrow_mut(|open| {
            if let Some(open) = open {
                open.page = (address(), document().title());
            }
        });
    }
    open(doors, day_of_link, true);
}

/// Takes the opening back when Escape comes before the card does. An open dialog handles the key itself.
pub(super) fn handle_key(event: &Event) {
    let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
    if is_escape && day().is_some() && !dialog().is_some_and(|dialog| dialog.open()) {
        handle_close();
    }
}

/// Opens or closes the dialog after a step in the history. Returns whether the step stayed within the page.
pub(super) fn handle_popstate() -> bool {
    let Some(doors) = present_doors() else { return false };
    let address = address();
    if let Some(day) = doors.day_at(&address).filter(|_| history::is_marked()) {
        open(doors, day, false);
        return true;
    }
    if let Some(dialog) = dialog().filter(HtmlDialogElement::open) {
        dialog.close();
    }
    OPEN_DOOR.with_borrow(|open| open.as_ref().is_some_and(|open| open.page.0 == address))
}

fn open(doors: Doors, number: u16, with_address: bool) {
    set_day(Some(number));
    doors::swing(Some(number));
    doors.set_busy(true);
    spawn_local(async move {
        let question = format!("/api/calendar/door?edition={}&day={number}", encode(&doors.slug));
        let answer = fetch(&question).await;
        // It was closed, another door was opened, or the page was left while this one was loading.
        if day() != Some(number) || !doors.area.is_connected() {
            return;
        }
        let content = match &answer {
            Ok(Answer::Data(door)) => card(&doors, number, door),
            Ok(Answer::Redirect(_)) | Err(_) => LOAD_ERROR.to_owned(),
        };
        doors.set_busy(false);
        if let Some(dialog) = dialog() {
            dialog.set_inner_html(&content);
            // While the dialog is empty there is no heading to be named by.
            _ = dialog.set_attribute("aria-labelledby", HEADING_ID);
        }
        if with_address {
            history::show(&doors.path(number));
        }
        document().set_title(&format!("Lucka {number} – {}", page_title()));
        request_animation_frame(show_dialog);
    });
}

/// Returns a door's card, and remembers that it was opened.
fn card(doors: &Doors, day: u16, door: &Json) -> String {
    if door.get("is_open").is_true() {
        opened_doors::remember(&doors.slug, day);
        doors.mark_opened();
    }
    let share = door.get("may_share").is_true().then(|| doors.path(day));
    card_html(&door.get("card_html").text(), share.as_deref())
}

fn page_title() -> String {
    OPEN_DOOR.with_borrow(|open| open.as_ref().map(|open| open.page.1.clone())).unwrap_or_default()
}

/// Shows the dialog, and moves the focus to its heading, where a screen reader begins.
fn show_dialog() {
    // The visitor may have changed her mind since the frame was asked for.
    let Some(dialog) = dialog().filter(|_| day().is_some()) else { return };
    if !dialog.open() {
        // A click beside the card closes it, too.
        _ = dialog.set_attribute("closedby", "any");
        _ = dialog.show_modal();
    }
    dialog.set_scroll_top(0);
    focus(&format!("#{HEADING_ID}"));
}

/// Restores address, title and focus after the dialog was closed.
pub(super) fn handle_close() {
    let (Some(doors), Some(day)) = (present_doors(), day()) else { return };
    history::leave_door();
    set_day(None);
    doors::swing(None);
    doors.set_busy(false);
    if let Some(dialog) = dialog() {
        dialog.set_inner_html("");
        _ = dialog.remove_attribute("aria-labelledby");
    }
    document().set_title(&page_title());
    focus_link(&doors, day);
}

/// Moves the focus to a door, unless it is on another link to it: the browser returns it to where it was.
pub(super) fn focus_link(doors: &Doors, day: u16) {
    let focused = focused().and_then(|link: Element| link.get_attribute("href"));
    if focused != Some(doors.path(day)) {
        focus(&format!("#lucka-{day}"));
    }
}
