//! A quotation.

use leptos::prelude::*;

use crate::markdown::quotation;

/// A quotation with its source.
#[component]
pub(crate) fn QuoteView(
    /// What was said.
    quote: String,
    /// Who said it; may be empty.
    source: String,
    /// Language of both, unless it is the page's.
    lang: Option<&'static str>,
) -> impl IntoView {
    view! {
        <figure class="quote" lang=lang dir="auto">
            <blockquote><p>{quotation(&quote)}</p></blockquote>
            {(!source.is_empty()).then(|| view! { <figcaption>{source}</figcaption> })}
        </figure>
    }
}
