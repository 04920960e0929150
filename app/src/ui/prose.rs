//! Running text.

use leptos::prelude::*;

/// Shows text that was rendered and sanitised when it was saved.
#[component]
pub fn Prose(
    /// The HTML.
    html: String,
) -> impl IntoView {
    view! { <div class="prose" inner_html=html></div> }
}
