//! Shows the pages of the site in the document that is there.

use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{Answer, Json, address, fetch_page, find, focus, focused, is_shown, set_shown};
use crate::error::AppError;
use crate::ui::{error_html, focus_content, mark_current_in_menu, set_page_title};
use crate::{calendar, paths};

/// What becomes of the browser's history when a page is shown.
pub(super) enum Entry {
    /// The page gets a new entry, and is shown from its top or from a place in it, such as `#lucka-7`.
    New { place: String },
    /// The browser has gone to an entry that was there.
    Present,
}

/// Lets the page that is there do what it does. Returns the address of the one before.
pub(super) fn enter() -> String {
    calendar::enter();
    set_shown(address())
}

/// Fetches the page at an address and shows it. Until then the old one stays.
pub(super) fn show_address(address: String, entry: Entry) {
    if paths::is_admin(path(&address)) {
        _ = window().location().assign(&address);
        return;
    }
    spawn_local(async move {
        let Some(answer) = fetch_page(&address).await else { return };
        match (answer, &entry) {
            (Ok(Answer::Redirect(to)), Entry::New { .. }) => show_address(to, entry),
            (Ok(Answer::Redirect(to)), Entry::Present) => _ = window().location().replace(&to),
            (Ok(Answer::Data(page)), _) => show(&address, &entry, Ok(&page)),
            (Err(error), _) => show(&address, &entry, Err(error)),
        }
    });
}

fn show(address: &str, entry: &Entry, page: Result<&Json, AppError>) {
    let (title, html) = match page {
        Ok(page) => (page.get("title").text(), page.get("html").text()),
        Err(error) => (error.heading().to_owned(), error_html(error)),
    };
    let focused = focused().map(|element| element.id()).filter(|id| !id.is_empty());
    if let (Entry::New { place }, Ok(history)) = (entry, window().history()) {
        let url = format!("{address}{place}");
        // Like a browser: a link to the page itself adds nothing to the history.
        _ = if is_shown(address) {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        };
    }
    if let Some(root) = find("[data-app]") {
        root.set_inner_html(&html);
    }
    set_page_title(&title);
    let before = enter();
    mark_current_in_menu(path(address));
    if path(&before) != path(address) || list_page(&before) != list_page(address) {
        focus_content();
    } else if let Some(id) = focused {
        // The same page in another form, with the link that led there.
        focus(&format!("[id='{id}']"));
    }
    if let Entry::New { place } = entry {
        scroll_to(place);
    }
}

/// Scrolls to a place such as `#lucka-7`, or to the top.
fn scroll_to(place: &str) {
    let element = place.strip_prefix('#').and_then(|id| document().get_element_by_id(id));
    match element {
        Some(element) => element.scroll_into_view(),
        None => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}

fn path(address: &str) -> &str {
    address.split('?').next().unwrap_or_default()
}

/// Returns which page of a list an address asks for. The focus of somebody who types into the search stays there.
fn list_page(address: &str) -> Option<&str> {
    let (_, query) = address.split_once('?').filter(|(path, _)| *path != paths::SEARCH)?;
    query.split('&').find_map(|pair| pair.strip_prefix("sida="))
}
