//! Reads and fills the editor's form.

use leptos::prelude::document;
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element, FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

use super::super::Sent;
use crate::posts::PostForm;

/// Reads the form as it would be sent.
pub(super) fn read(form: &HtmlFormElement) -> Sent {
    let Ok(data) = FormData::new_with_form(form) else { return Sent::default() };
    let value = |name: &str| data.get(name).as_string().unwrap_or_default();
    let typed: Map<_, _> =
        names().into_iter().map(|name| (name.clone(), Value::from(value(&name)))).collect();
    Sent {
        id: value("id").parse().unwrap_or_default(),
        base: value("base").parse().unwrap_or_default(),
        known: value("known").parse().unwrap_or_default(),
        typed: serde_json::from_value(Value::Object(typed)).unwrap_or_default(),
    }
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
    set_hidden(form, "base", &copy.base.to_string());
    set_hidden(form, "known", &copy.known.to_string());
    let untouched = values(&read(form).typed).into_iter().zip(values(&served.typed));
    let untouched: Vec<_> = untouched.map(|((_, here), (_, served))| here == served).collect();
    for ((name, value), untouched) in values(&copy.typed).into_iter().zip(untouched) {
        if !untouched {
            continue;
        }
        let Ok(fields) = form.query_selector_all(&format!("[name={name}]")) else { continue };
        for field in (0..fields.length()).filter_map(|n| fields.item(n)?.dyn_into::<Element>().ok()) {
            fill(&field, &value);
        }
    }
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
        let values = values(&sent.typed);
        values.into_iter().map(|(_, value)| value.trim().replace("\r\n", "\n")).collect::<Vec<_>>()
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

fn names() -> Vec<String> {
    values(&PostForm::default()).into_iter().map(|(name, _)| name).collect()
}

fn values(typed: &PostForm) -> Vec<(String, String)> {
    let Ok(Value::Object(fields)) = serde_json::to_value(typed) else { return Vec::new() };
    fields.into_iter().map(|(name, value)| (name, value.as_str().unwrap_or_default().to_owned())).collect()
}
