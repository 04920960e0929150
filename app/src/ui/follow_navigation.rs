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
    let (path, list_page) = (use_location().pathname, query("sida"));
    Effect::new(move |before: Option<(String, String)>| {
        let here = path.get();
        let list_page = list_page();
        mark_current_in_menu(&here);
        if let Some((left, _)) = before.filter(|before| before.0 != here || before.1 != list_page) {
            if paths::is_admin(&left) == paths::is_admin(&here) {
                request_animation_frame(focus_content);
            } else {
                _ = window().location().assign(&here);
            }
        }
        (here, list_page)
    });
}

/// Lets the browser alone follow links that leave the staff's rooms. The router, which listens on the window, would make
/// an entry in the history for a page that it does not have, beside that of the document which is then loaded.
#[cfg(not(feature = "ssr"))]
pub fn leave_links_to_browser() {
    use web_sys::HtmlAnchorElement;

    use crate::browser::{closest, listen};

    listen(&document(), "click", |event| {
        let link = closest(event, "a[href]").and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
        if link.is_some_and(|link| !paths::is_admin(&link.pathname())) {
            event.stop_propagation();
        }
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
