//! A quotation.

use leptos::prelude::*;

use crate::markdown::quotation;

/// The longest quotation that is set in display size, in characters.
const SHORT: usize = 110;

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
    let is_short = quote.chars().count() <= SHORT;
    view! {
        <figure class="quote" class:short=is_short lang=lang dir="auto">
            <blockquote><p>{quotation(&quote)}</p></blockquote>
            {(!source.is_empty()).then(|| view! { <figcaption>{source}</figcaption> })}
        </figure>
    }
}
