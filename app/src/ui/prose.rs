//! Texts of posts.

use leptos::prelude::*;

/// Shows a text that was rendered to HTML and sanitised when it was saved.
#[component]
pub fn Prose(
    /// The sanitised HTML.
    html: String,
    /// The language of the text, unless it is the page's.
    #[prop(optional_no_strip)]
    lang: Option<&'static str>,
    /// Its direction, where that is known; otherwise its first letter decides.
    #[prop(default = "auto")]
    dir: &'static str,
) -> impl IntoView {
    view! { <div class="prose" lang=lang dir=dir inner_html=html></div> }
}
