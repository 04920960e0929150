//! The text that presents the calendar.

use leptos::prelude::*;

use crate::ui::Prose;

/// The edition's introduction, the same on its page and under every guldkorn; nothing when it is empty.
#[component]
pub(in crate::calendar) fn About(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The introduction.
    html: String,
) -> impl IntoView {
    (!html.is_empty()).then(|| {
        view! {
            <section class="about" aria-labelledby="om-kalendern">
                <h2 id="om-kalendern">{title}</h2>
                <Prose html/>
            </section>
        }
    })
}
