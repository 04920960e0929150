//! Swedish typography that keyboards do not offer: non-breaking spaces, quotation marks, and soft hyphens in long words.
//! Applied to running text only, never to code, addresses or alternative texts.

mod hyphens;
mod marks;
mod spaces;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Applies typography to all running text.
pub(super) fn apply(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut excluded = 0_usize;
    // An autolink shows its address as it is.
    let mut in_address = false;
    events
        .into_iter()
        .map(|event| {
            match &event {
                Event::Text(text) if excluded == 0 && !in_address => {
                    return Event::Text(apply_to_text(text).into());
                }
                Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => excluded += 1,
                Event::End(TagEnd::Image | TagEnd::CodeBlock) => excluded = excluded.saturating_sub(1),
                Event::Start(Tag::Link { link_type, .. }) => {
                    in_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                }
                Event::End(TagEnd::Link) => in_address = false,
                _ => {}
            }
            event
        })
        .collect()
}

fn apply_to_text(text: &str) -> String {
    hyphens::insert(&curl_and_bind(text))
}

/// Applies typography to a text that is no Markdown, without soft hyphens, since it also stands where no browser is.
pub(super) fn curl_and_bind(text: &str) -> String {
    marks::curl(&spaces::bind(text))
}
