//! The doors of an edition on an open page, kept up to date.

use leptos::prelude::document;
use web_sys::Element;

use super::opened_doors::opened;
use crate::browser::{Json, find, find_all, set_present};
use crate::paths;

/// What is said of a door that the visitor has opened, after its state.
const OPENED: &str = ", du har öppnat den";

/// The part of a page in which doors open over it, and the edition that has them.
#[derive(Clone)]
pub(super) struct Doors {
    pub(super) slug: String,
    pub(super) area: Element,
}

impl Doors {
    /// Finds the doors of the page, if it has any.
    pub(super) fn find() -> Option<Self> {
        let area = find("[data-doors]")?;
        Some(Self { slug: area.get_attribute("data-doors")?, area })
    }

    /// Returns the path of a door's page.
    pub(super) fn path(&self, day: u16) -> String {
        paths::door(&self.slug, day)
    }

    /// Returns the day of the edition's door at an address.
    pub(super) fn day_at(&self, address: &str) -> Option<u16> {
        let (_, day) = address.rsplit_once('/')?;
        let day = day.parse().ok().filter(|day| self.path(*day) == address)?;
        find(&format!("[data-door='{day}']")).map(|_| day)
    }

    /// Shows that a door's card is being fetched.
    pub(super) fn set_busy(&self, is_busy: bool) {
        _ = if is_busy {
            self.area.set_attribute("aria-busy", "true")
        } else {
            self.area.remove_attribute("aria-busy")
        };
    }

    /// Marks the doors that the visitor has opened, and says whether they are remembered.
    pub(super) fn mark_opened(&self) {
        let opened = opened(&self.slug);
        if let Some(switch) = find("[data-remember]") {
            _ = switch.set_attribute("aria-checked", if opened.is_some() { "true" } else { "false" });
        }
        let opened = opened.unwrap_or_default();
        for link in links() {
            let is_opened = day_of(&link).is_some_and(|day| opened.contains(&day));
            set_present(&link, "data-opened", is_opened);
            let Some(words) = state_words(&link) else { continue };
            let text = words.text_content().unwrap_or_default();
            let state = text.strip_suffix(OPENED).unwrap_or(&text);
            let mark = if is_opened { OPENED } else { "" };
            set_text(&words, &[state, mark].concat());
        }
    }
}

/// Opens the leaf of one door, and closes all others.
pub(super) fn swing(open: Option<u16>) {
    for link in links() {
        set_present(&link, "data-swinging", open.is_some() && day_of(&link) == open);
    }
}

/// Takes over the present states of the doors: see `DoorStates`.
pub(super) fn update(states: &Json) {
    let states = states.get("doors").items();
    for link in links() {
        let Some(state) = day_of(&link).and_then(|day| states.get(usize::from(day) - 1)) else {
            continue;
        };
        let [state, words] = state.pair();
        if link.get_attribute("data-state").as_deref() != Some(&state) {
            _ = link.set_attribute("data-state", &state);
        }
        if let Some(shown) = state_words(&link) {
            let is_opened = link.has_attribute("data-opened");
            let mark = if is_opened { OPENED } else { "" };
            set_text(&shown, &[&*words, mark].concat());
        }
    }
}

/// Returns the links to doors in the scene or in the list.
fn links() -> Vec<Element> {
    find_all("[data-door]")
}

fn day_of(link: &Element) -> Option<u16> {
    link.get_attribute("data-door")?.parse().ok().filter(|day| *day > 0)
}

/// Returns the element that says a door's state in words.
fn state_words(link: &Element) -> Option<Element> {
    link.query_selector("[data-words]").ok().flatten()
}

fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Takes over the parts of the page that change by themselves, such as the day and the light: see `Moment`.
pub(super) fn update_moment(moment: &Json) {
    let mut parts = moment.items().into_iter().map(|part| part.text());
    if let (Some(scene), Some(light)) = (find("[data-light]"), parts.next())
        && scene.get_attribute("data-light").as_deref() != Some(&light)
    {
        _ = scene.set_attribute("data-light", &light);
    }
    for (place, html) in find_all("[data-moment]").iter().zip(parts) {
        set_html(place, &html);
    }
}

/// Changes what an element holds if it is something else. Screen readers would say it again.
fn set_html(element: &Element, html: &str) {
    let Ok(parsed) = document().create_element("div") else { return };
    parsed.set_inner_html(html);
    if parsed.inner_html() != element.inner_html() {
        element.set_inner_html(html);
    }
}
