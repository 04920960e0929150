//! What Swedish typography wants and a keyboard does not give: spaces that do not break, quotation marks, and long
//! words that may be parted. On running text only, never in code, addresses or what a picture is called.

mod hyphens;
mod marks;
mod spaces;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Sets all running text.
pub(super) fn set(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut left_alone = 0_usize;
    // An address that is shown as it is has its own link around it.
    let mut in_address = false;
    events
        .into_iter()
        .map(|event| {
            match &event {
                Event::Text(text) if left_alone == 0 && !in_address => {
                    return Event::Text(set_text(text).into());
                }
                Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => left_alone += 1,
                Event::End(TagEnd::Image | TagEnd::CodeBlock) => left_alone = left_alone.saturating_sub(1),
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

fn set_text(text: &str) -> String {
    hyphens::allow(&marks::curl(&spaces::bind(text)))
}
