//! Several lines to write in.
//!
//! Leptos writes what stands in a text area into the page as it is, so a text with `</textarea>` in it would end the
//! field and begin a page of its own. Only this component may write one.

use leptos::prelude::*;

/// A text area with what stands in it from the beginning. The element's other attributes are given by spreading.
#[component]
pub fn TextArea(
    /// The field's name in the form. Also its id, where that is not given by itself.
    #[prop(into)]
    name: String,
    /// Its id on the page.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands there.
    text: String,
    /// How many lines are seen.
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
    use crate::ui::finished;

    #[test]
    fn nothing_gets_out_of_the_field() {
        let text = "\nEtt & två</textarea><script>alert(1)</script>".to_owned();
        let html = finished(view! { <TextArea name="body" text rows=3/> });
        assert!(html.contains("\n\nEtt &amp; två&lt;/textarea&gt;&lt;script&gt;"), "{html}");
    }
}
