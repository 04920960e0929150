//! Text areas.
//!
//! Leptos writes the content of a text area into the page without escaping it, so a text with `</textarea>` in it could
//! add any HTML to the page. Only this component may write a text area.

use leptos::prelude::*;

/// Shows a text area with an initial text. Other attributes of the element are given by spreading.
#[component]
pub fn TextArea(
    /// Name of the field; also its id, unless another is given.
    #[prop(into)]
    name: String,
    /// Id of the element.
    #[prop(optional, into)]
    id: Option<String>,
    /// Initial text.
    text: String,
    /// Height in lines.
    rows: u8,
) -> impl IntoView {
    // A browser drops the first line break after the tag.
    let html = format!("\n{}", html_escape::encode_text(&text));
    let id = id.unwrap_or_else(|| name.clone());
    view! { <textarea id=id name=name rows=rows inner_html=html></textarea> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::render_to_string;

    #[test]
    fn the_text_is_escaped() {
        let text = "\nEtt & två</textarea><script>alert(1)</script>".to_owned();
        let html = render_to_string(view! { <TextArea name="body" text rows=3/> });
        assert!(html.contains("\n\nEtt &amp; två&lt;/textarea&gt;&lt;script&gt;"), "{html}");
    }
}
