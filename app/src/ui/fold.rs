//! Parts of a page that wide windows have room for and narrow ones do not.

use leptos::prelude::*;

/// Shows a part under its heading in a wide window, and folded under a button in a narrow one. No script is needed: the
/// style sheet opens the `details`, or hides the heading.
#[component]
pub fn Fold(
    /// Id of the heading.
    id: &'static str,
    /// Text of the heading and of the button.
    title: &'static str,
    /// The part itself.
    children: Children,
) -> impl IntoView {
    view! {
        <h2 id=id>{title}</h2>
        <details class="fold">
            <summary>{title}</summary>
            {children()}
        </details>
    }
}
