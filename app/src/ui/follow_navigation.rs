//! What a browser does by itself when it loads a page, and a single-page app must do on navigation.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::query;
use crate::paths;

/// Follows navigation: marks the current page in the menu, closes the menu of a phone and moves the focus to the start
/// of the content. Header and footer come from the server alone, so navigation between public pages and pages for staff
/// loads a new document.
#[component]
pub fn FollowNavigation() -> impl IntoView {
    let location = use_location();
    let (path, list_page) = (location.pathname, query("sida"));
    Effect::new(move |before: Option<(String, String)>| {
        let here = path.get();
        let list_page = list_page();
        mark_current_in_menu(&here);
        if let Some((left, _)) = before.filter(|before| before.0 != here || before.1 != list_page) {
            if paths::is_admin(&left) == paths::is_admin(&here) {
                request_animation_frame(focus_content);
            } else {
                // In the place of the entry that the router makes for it: Back leads to the page before.
                let search = location.search.get_untracked();
                let mark = if search.is_empty() { "" } else { "?" };
                _ = window().location().replace(&[&*here, mark, &*search].concat());
            }
        }
        (here, list_page)
    });
}

/// Marks the page at a path in the menu.
pub(crate) fn mark_current_in_menu(here: &str) {
    let Ok(links) = document().query_selector_all(".menu a") else { return };
    for link in (0..links.length()).filter_map(|n| links.item(n)?.dyn_into::<Element>().ok()) {
        let Some(target) = link.get_attribute("href") else { continue };
        _ = if here == target || here.starts_with(&format!("{target}/")) {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// Closes the menu of a phone and moves the focus to the start of the content.
pub(crate) fn focus_content() {
    if let Ok(Some(menu)) = document().query_selector(".menu[open]") {
        _ = menu.remove_attribute("open");
    }
    let content =
        document().get_element_by_id("innehall").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(content) = content {
        _ = content.focus_with_options(&options);
    }
}
