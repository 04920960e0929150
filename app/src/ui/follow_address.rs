//! What a browser does by itself when it loads a page, and an app that changes pages must do.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::query;
use crate::paths;

/// Keeps up with the address: the menu's mark is on the page shown, and the focus is at the start of its content, with
/// the menu of a phone closed. The frame around the app comes from the server alone, so the way between the public
/// pages and the staff's rooms loads the page anew.
#[component]
pub fn FollowAddress() -> impl IntoView {
    let (path, number) = (use_location().pathname, query("sida"));
    Effect::new(move |before: Option<(String, String)>| {
        let here = path.get();
        // Whoever types into the search stays there.
        let number = if here == paths::SEARCH { String::new() } else { number() };
        mark_menu(&here);
        if let Some((room, _)) = before.filter(|before| before.0 != here || before.1 != number) {
            if paths::is_staff_room(&room) == paths::is_staff_room(&here) {
                request_animation_frame(begin_page);
            } else {
                _ = window().location().assign(&here);
            }
        }
        (here, number)
    });
}

fn mark_menu(here: &str) {
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

fn begin_page() {
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
