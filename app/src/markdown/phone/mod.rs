//! Telephone numbers in running text can be rung.

mod context;
mod number;

#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// How much of what stands before a number is looked at.
const REMEMBERED: usize = 80;

/// Makes links of the numbers in a text, except where there is a link or code already.
pub(super) fn link(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut linked = Vec::with_capacity(events.len());
    // In a link, a picture's words or a block of code a number is left alone.
    let mut closed = 0_usize;
    let mut before = String::new();
    for event in events {
        match event {
            Event::Text(text) if closed == 0 => {
                let numbers = number::find(&text, &before);
                remember(&mut before, &text);
                if numbers.is_empty() {
                    linked.push(Event::Text(text));
                    continue;
                }
                let mut done = 0;
                for number in numbers {
                    linked.push(Event::Text(text[done..number.place.start].to_owned().into()));
                    linked.extend(call(number.address, &text[number.place.clone()]));
                    done = number.place.end;
                }
                linked.push(Event::Text(text[done..].to_owned().into()));
                continue;
            }
            Event::Text(ref text) | Event::Code(ref text) => remember(&mut before, text),
            Event::SoftBreak | Event::HardBreak => before.push(' '),
            Event::Start(ref tag) => match tag {
                Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) => closed += 1,
                Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
                _ => before.clear(),
            },
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => closed = closed.saturating_sub(1),
            // The steps before this one write cells and captions as HTML.
            Event::Html(_) => before.clear(),
            _ => {}
        }
        linked.push(event);
    }
    linked
}

fn call<'a>(address: String, shown: &str) -> [Event<'a>; 3] {
    let dest_url = format!("tel:{address}").into();
    let tag = Tag::Link { link_type: LinkType::Inline, dest_url, title: "".into(), id: "".into() };
    [Event::Start(tag), Event::Text(shown.to_owned().into()), Event::End(TagEnd::Link)]
}

fn remember(before: &mut String, text: &str) {
    before.push_str(text);
    if before.len() > REMEMBERED {
        let start = before.ceil_char_boundary(before.len() - REMEMBERED);
        before.drain(..start);
    }
}
