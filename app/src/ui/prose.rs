//! Texts of posts.

use leptos::prelude::*;

/// Shows a text that was rendered to HTML and sanitised when it was saved.
#[component]
pub fn Prose(
    /// The sanitised HTML.
    html: String,
) -> impl IntoView {
    view! { <div class="prose" inner_html=html></div> }
}
