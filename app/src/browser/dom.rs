//! Elements of the page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Returns the first element that a selector matches.
pub(crate) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Returns all elements that a selector matches.
pub(crate) fn find_all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Moves the focus to the first element that a selector matches.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

/// Returns the element that has the focus.
pub(crate) fn focused() -> Option<Element> {
    document().active_element()
}

/// Gives an element an attribute without a value, or takes it away.
pub(crate) fn set_present(element: &Element, attribute: &str, is_present: bool) {
    _ = element.toggle_attribute_with_force(attribute, is_present);
}

/// Returns the present path with its query.
pub(crate) fn address() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}
