//! Reads and fills the editor's form.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, Element, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

use super::super::Sent;
use crate::posts::DoorForm;
use crate::ui::IDEMPOTENCY_KEY;

/// Names that say what is sent, and are no fields of the post.
const ENVELOPE: [&str; 7] =
    ["id", "base_revision", "draft_version", "door", "hung", "action", IDEMPOTENCY_KEY];

/// Reads the form as it would be sent.
pub(super) fn read(form: &HtmlFormElement) -> Sent {
    let Ok(data) = FormData::new_with_form(form) else { return Sent::default() };
    let value = |name: &str| data.get(name).as_string().unwrap_or_default();
    let names = elements(form, "[name]").filter_map(|element| element.get_attribute("name"));
    let fields = names.filter(|name| !ENVELOPE.contains(&name.as_str()));
    Sent {
        id: value("id").parse().unwrap_or_default(),
        base_revision: value("base_revision").parse().unwrap_or_default(),
        draft_version: value("draft_version").parse().unwrap_or_default(),
        form: fields
            .map(|name| {
                let value = value(&name);
                (name, value)
            })
            .collect(),
    }
}

/// Reads where the post is to hang.
pub(super) fn read_door(form: &HtmlFormElement) -> DoorForm {
    let Ok(data) = FormData::new_with_form(form) else { return DoorForm::default() };
    let value = |name: &str| data.get(name).as_string().unwrap_or_default();
    DoorForm { door: value("door"), hung: value("hung") }
}

/// Reads the form as the server rendered it.
pub(super) fn read_served(form: &HtmlFormElement) -> Sent {
    let clone = form.clone_node_with_deep(true).ok().and_then(|node| node.dyn_into::<HtmlFormElement>().ok());
    clone.map_or_else(Sent::default, |clone| {
        clone.reset();
        read(&clone)
    })
}

/// Fills the form with a local copy, in all fields that are still as the server rendered them.
pub(super) fn restore(form: &HtmlFormElement, copy: &Sent, served: &Sent) {
    set_hidden(form, "base_revision", &copy.base_revision.to_string());
    set_hidden(form, "draft_version", &copy.draft_version.to_string());
    let typed = read(form).form;
    for (name, value) in copy.form.iter().filter(|(name, _)| typed.get(name) == served.form.get(name)) {
        for field in elements(form, &format!("[name={name}]")) {
            fill(&field, value);
        }
    }
}

fn elements(form: &HtmlFormElement, selector: &str) -> impl Iterator<Item = Element> {
    let found = form.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |n| found.as_ref()?.item(n)?.dyn_into().ok())
}

fn fill(field: &Element, value: &str) {
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        match &*input.type_() {
            "checkbox" => input.set_checked(!value.is_empty()),
            "radio" => input.set_checked(input.value() == value),
            _ => input.set_value(value),
        }
    } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    }
    // The text editor replaces the text area, and shows the picture: it has to read the new value.
    if let Ok(event) = CustomEvent::new("guldkorn-text") {
        _ = field.dispatch_event(&event);
    }
}

/// Sets a hidden field.
pub(super) fn set_hidden(form: &HtmlFormElement, name: &str, value: &str) {
    let field = form.query_selector(&format!("[name={name}]")).ok().flatten();
    if let Some(input) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(value);
    }
}

/// Whether two forms hold the same text. The server trims every field.
pub(super) fn have_same_text(one: &Sent, other: &Sent) -> bool {
    let trimmed = |sent: &Sent| {
        let fields = sent.form.iter().filter(|(_, value)| !value.trim().is_empty());
        fields.map(|(name, value)| (name.to_owned(), value.trim().replace("\r\n", "\n"))).collect::<Vec<_>>()
    };
    trimmed(one) == trimmed(other)
}

/// Makes the suggested tags complete the last of several: a browser completes a field only as a whole.
pub(super) fn offer_tags(form: &HtmlFormElement) {
    let (Ok(Some(field)), Some(list)) =
        (form.query_selector("#tags"), document().get_element_by_id("tag-names"))
    else {
        return;
    };
    let Some(field) = field.dyn_ref::<HtmlInputElement>() else { return };
    let typed = field.value();
    let before = typed.rfind(',').map_or("", |comma| typed.get(..comma).unwrap_or_default());
    let before = if before.is_empty() { String::new() } else { format!("{}, ", before.trim()) };
    let options = list.children();
    for option in (0..options.length()).filter_map(|n| options.item(n)) {
        let value = option.get_attribute("value").unwrap_or_default();
        let name = option.get_attribute("data-name").unwrap_or(value);
        _ = option.set_attribute("data-name", &name);
        _ = option.set_attribute("value", &format!("{before}{name}"));
    }
}
