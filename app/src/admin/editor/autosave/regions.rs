//! Shows the parts of the editor that an act has changed, from the HTML that the server has rendered of the whole. What is
//! typed is in none of them; of the boxes of documents, the act has just saved every one.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlFormElement};

use super::{fields, form, messages};

/// Ids of the parts.
const REGIONS: [&str; 10] = [
    "text-title",
    "notices",
    "bar",
    "steps-below",
    "when",
    "door-choice",
    "remarks",
    "documents",
    "renditions",
    "changes",
];
/// Hidden fields that say what the text is based on.
const FIELDS: [&str; 2] = ["base_revision", "draft_version"];

/// Replaces the parts by those of `html`. Whoever pressed a button finds the focus on the message; whoever was writing
/// goes on writing, and hears it.
pub(super) fn update(html: &str, action: &str) {
    let (Some(form), Ok(page)) = (form(), document().create_element("div")) else { return };
    page.set_inner_html(html);
    let find = |id: &str| page.query_selector(&format!("#{id}")).ok().flatten();
    let was_writing = is_writing(&form);
    // First, so that the message is out of the flow from its beginning and moves nothing.
    if let Some(notices) = document().get_element_by_id("notices") {
        _ = notices.set_attribute("data-fresh", action);
    }
    for id in REGIONS {
        if let (Some(shown), Some(new)) = (document().get_element_by_id(id), find(id)) {
            shown.set_inner_html(&new.inner_html());
        }
    }
    for name in FIELDS {
        let value = page
            .query_selector(&format!("#text > [name={name}]"))
            .ok()
            .flatten()
            .and_then(|field| field.get_attribute("value"));
        fields::set_hidden(&form, name, &value.unwrap_or_default());
    }
    if let (Some(shown), Some(new)) = (document().get_element_by_id("publish-time"), find("publish-time")) {
        _ = shown.toggle_attribute_with_force("hidden", new.has_attribute("hidden"));
    }
    show_message(was_writing);
}

/// Moves the focus to the message, or has it read aloud to somebody who goes on writing.
fn show_message(was_writing: bool) {
    let Some(notices) = document().get_element_by_id("notices") else { return };
    let Ok(Some(message)) = notices.query_selector(".notice[tabindex]") else { return };
    let is_alert = message.get_attribute("role").as_deref() == Some("alert");
    if was_writing && !is_alert {
        messages::put("done", &message.text_content().unwrap_or_default(), false);
        return;
    }
    if let Some(message) = message.dyn_ref::<HtmlElement>() {
        let stay = FocusOptions::new();
        stay.set_prevent_scroll(true);
        _ = message.focus_with_options(&stay);
    }
}

/// Lets the message go with its place on the page, now that somebody writes on.
pub(super) fn settle_message() {
    if let Some(notices) = document().get_element_by_id("notices") {
        _ = notices.remove_attribute("data-fresh");
    }
}

/// Whether the focus is in a field of the form, where Enter was pressed.
fn is_writing(form: &HtmlFormElement) -> bool {
    let focused: Option<Element> = document().active_element();
    focused.is_some_and(|focused| focused.tag_name() != "BUTTON" && form.contains(Some(&focused)))
}
