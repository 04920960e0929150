//! The page with doors, or of one door, that is shown.

use std::cell::Cell;

use leptos::prelude::{document, request_animation_frame, window};

use super::doors::Doors;
use super::{open_door, opened_doors, poller};
use crate::browser::{self, address, closest, find};
use crate::paths;

thread_local! {
    /// The door whose page the visitor has just left by going back.
    static LEFT: Cell<Option<u16>> = const { Cell::new(None) };
}

/// Lets doors react, on this page and all that come after it.
pub(crate) fn listen() {
    let (document, window) = (document(), window());
    browser::listen(&document, "click", |event| {
        open_door::handle_click(event);
        if let Some(switch) = closest(event, "[data-remember]") {
            opened_doors::set_enabled(switch.get_attribute("aria-checked").as_deref() != Some("true"));
            if let Some(doors) = Doors::find() {
                doors.mark_opened();
            }
        }
    });
    browser::listen(&document, "keydown", open_door::handle_key);
    browser::listen(&document, "close", |_| open_door::handle_close());
    browser::listen(&document, "visibilitychange", |_| poller::wake());
    browser::listen(&window, "pageshow", |_| poller::wake());
    browser::listen(&window, "online", |_| poller::wake());
}

/// Lets the doors of the page that is there come to life.
pub(crate) fn enter() {
    let left = LEFT.take();
    if let Some((edition, day, true)) = door_page() {
        opened_doors::remember(&edition, day);
    }
    let doors = Doors::find();
    if let Some(doors) = &doors {
        doors.mark_opened();
        if let Some(day) = left {
            let doors = doors.clone();
            request_animation_frame(move || open_door::focus_link(&doors, day));
        }
    }
    open_door::enter(doors.clone());
    poller::enter(doors);
}

/// Handles a step in the history. Returns whether it stayed within the page.
pub(crate) fn handle_popstate() -> bool {
    if let Some((edition, day, _)) = door_page() {
        let address = address();
        let path = address.split('?').next();
        let leads_back = path == Some(paths::START) || path == Some(&paths::edition(&edition));
        LEFT.set(leads_back.then_some(day));
    }
    open_door::handle_popstate()
}

/// Returns the edition and the number of the door whose page is shown, and whether it is open.
fn door_page() -> Option<(String, u16, bool)> {
    let page = find("[data-door-page]")?;
    let day = page.get_attribute("data-day")?.parse().ok()?;
    Some((page.get_attribute("data-door-page")?, day, page.has_attribute("data-open")))
}
