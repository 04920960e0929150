//! A quotation.

use leptos::prelude::*;

/// A quotation with its source.
#[component]
pub(crate) fn QuoteView(
    /// What was said.
    quote: String,
    /// Who said it; may be empty.
    source: String,
) -> impl IntoView {
    view! {
        <figure class="quote">
            <blockquote><p>{quote}</p></blockquote>
            {(!source.is_empty()).then(|| view! { <figcaption>{source}</figcaption> })}
        </figure>
    }
}
