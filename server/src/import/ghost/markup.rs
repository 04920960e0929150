//! Writes HTML piece by piece.

use html_escape::encode_double_quoted_attribute as attribute;

/// Begins an element without attributes.
pub(super) fn begin(html: &mut String, name: &str) {
    html.extend(["<", name, ">"]);
}

/// Begins a link.
pub(super) fn begin_link(html: &mut String, address: &str) {
    html.extend(["<a href=\"", &*attribute(address), "\">"]);
}

/// Ends an element.
pub(super) fn end(html: &mut String, name: &str) {
    html.extend(["</", name, ">"]);
}
