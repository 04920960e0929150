//! What the search does in the browser: while somebody types, the results follow.
//!
//! Without the client the form is a form. With it, a pause in the typing loads the same page that the form would, and
//! only the results change.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::browser::{self, Answer, address, encode, fetch_page, find, find_all, focused, set_shown};
use crate::paths;
use crate::ui::set_page_title;

/// How long a pause in the typing is before the results follow, in milliseconds.
const PAUSE: u32 = 250;

/// What a visitor reads whose results did not come.
const UNREACHABLE: &str =
    r#"<p class="notice" data-kind="error">Sökningen kom inte fram. Försök igen om en stund.</p>"#;

thread_local! {
    static PAUSING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Lets results follow the typing, on this page and all that come after it.
pub(crate) fn listen() {
    browser::listen(&document(), "input", |event| {
        if browser::closest(event, "#q").is_some() {
            search_after_pause();
        }
    });
    browser::listen(&document(), "keydown", handle_key);
    browser::listen(&document(), "submit", |event| {
        if browser::closest(event, ".search-page form").is_some() {
            event.prevent_default();
            search();
        }
    });
}

fn search_after_pause() {
    PAUSING.set(Some(Timeout::new(PAUSE, search)));
}

/// Shows the results for what stands in the form. The address is replaced: nobody wants to go back letter by letter.
fn search() {
    PAUSING.set(None);
    let Some(words) = input().map(|input| input.value()) else { return };
    let query = if words.is_empty() { String::new() } else { format!("?q={}", encode(&words)) };
    let wanted = paths::SEARCH.to_owned() + &query;
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&wanted));
    }
    spawn_local(async move {
        let Some(answer) = fetch_page(&wanted).await else { return };
        let Some(results) = find("[data-results]") else { return };
        let found = match answer {
            Ok(Answer::Data(page)) => {
                set_page_title(&page.get("title").text());
                results_in(&page.get("html").text())
            }
            Ok(Answer::Redirect(_)) | Err(_) => None,
        };
        let (html, status) = found.unwrap_or_else(|| (UNREACHABLE.to_owned(), String::new()));
        results.set_inner_html(&html);
        if let Some(place) = find("[data-app] [role=status]") {
            place.set_text_content(Some(&status));
        }
        set_shown(address());
    });
}

/// Returns the results in a page, as HTML, and how many there are, in words.
fn results_in(page: &str) -> Option<(String, String)> {
    let parsed = document().create_element("div").ok()?;
    parsed.set_inner_html(page);
    let results = parsed.query_selector("[data-results]").ok()??;
    Some((results.inner_html(), results.get_attribute("data-status").unwrap_or_default()))
}

/// Moves the focus with the arrow keys from the input to the hits, one by one, and back. Escape clears the input.
fn handle_key(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let step = match &*key {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => {
            if let Some(input) = input().filter(|input| has_focus(input)) {
                input.set_value("");
                search_after_pause();
            }
            return;
        }
        _ => return,
    };
    let targets = find_all(".search-page #q, .search-page .hits h3 a");
    let current = targets.iter().position(has_focus);
    let next = current.and_then(|current| targets.get(current.checked_add_signed(step)?));
    if let Some(next) = next.and_then(|next| next.dyn_ref::<HtmlElement>()) {
        event.prevent_default();
        _ = next.focus();
    }
}

fn input() -> Option<HtmlInputElement> {
    find(".search-page #q")?.dyn_into().ok()
}

fn has_focus(element: &Element) -> bool {
    focused().as_ref() == Some(element)
}
