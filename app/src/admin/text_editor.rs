//! Loads the staff's scripts: that of the text editor, which finds its text area by itself, and that of other pages.

use leptos::prelude::document;
use web_sys::Element;

/// Adds a script and its style, if it has one, to the page's head, once. Both are given by their addresses.
pub(super) fn load(script: &str, style: &str) {
    if script.is_empty() {
        return;
    }
    if !style.is_empty() {
        add("link", &[("rel", "stylesheet"), ("href", style)]);
    }
    add("script", &[("type", "module"), ("src", script)]);
}

fn add(name: &str, attributes: &[(&str, &str)]) {
    let Some((_, address)) = attributes.last() else { return };
    if document()
        .query_selector(&format!("head {name}[src='{address}'], head {name}[href='{address}']"))
        .is_ok_and(|existing| existing.is_some())
    {
        return;
    }
    let element: Option<Element> = document().create_element(name).ok();
    if let (Some(element), Some(head)) = (element, document().head()) {
        for (name, value) in attributes {
            _ = element.set_attribute(name, value);
        }
        _ = head.append_child(&element);
    }
}
