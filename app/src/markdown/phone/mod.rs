//! Links telephone numbers in running text.

mod context;
mod malformed;
mod number;

#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Number of bytes before a number that are looked at.
const CONTEXT_BYTES: usize = 80;

/// Makes links of the numbers in a text, except inside links and code.
pub(super) fn link_numbers(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut linked = Vec::with_capacity(events.len());
    let mut position = Position::default();
    for event in events {
        let numbers = match &event {
            Event::Text(text) if position.is_linkable() => number::find(text, &position.before),
            _ => Vec::new(),
        };
        position.advance(&event);
        match event {
            Event::Text(text) if !numbers.is_empty() => {
                let mut done = 0;
                for number in numbers {
                    linked.push(Event::Text(text[done..number.range.start].to_owned().into()));
                    linked.extend(phone_link(number.address, &text[number.range.clone()]));
                    done = number.range.end;
                }
                linked.push(Event::Text(text[done..].to_owned().into()));
            }
            other => linked.push(other),
        }
    }
    linked
}

/// Returns what looks like a telephone number but is not linked, as written.
pub(crate) fn malformed_numbers(events: &[Event<'_>]) -> Vec<String> {
    let mut malformed = Vec::new();
    let mut position = Position::default();
    for event in events {
        if let Event::Text(text) = event
            && position.is_linkable()
        {
            let ranges = malformed::find(text, &position.before).into_iter();
            malformed.extend(ranges.map(|range| text[range].to_owned()));
        }
        position.advance(event);
    }
    malformed
}

/// The position in a text.
#[derive(Default)]
struct Position {
    /// How many links, alternative texts and blocks of code are open; numbers there are not linked.
    excluded: usize,
    /// The end of what is written before in the same paragraph.
    before: String,
}

impl Position {
    const fn is_linkable(&self) -> bool {
        self.excluded == 0
    }

    fn advance(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => remember(&mut self.before, text),
            Event::SoftBreak | Event::HardBreak => self.before.push(' '),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => self.excluded += 1,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {}
            // Cells and captions are HTML already at this step.
            Event::Start(_) | Event::Html(_) => self.before.clear(),
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                self.excluded = self.excluded.saturating_sub(1);
            }
            _ => {}
        }
    }
}

fn phone_link<'a>(address: String, words: &str) -> [Event<'a>; 3] {
    let dest_url = format!("tel:{address}").into();
    let tag = Tag::Link { link_type: LinkType::Inline, dest_url, title: "".into(), id: "".into() };
    [Event::Start(tag), Event::Text(words.to_owned().into()), Event::End(TagEnd::Link)]
}

fn remember(before: &mut String, text: &str) {
    before.push_str(text);
    if before.len() > CONTEXT_BYTES {
        let start = before.ceil_char_boundary(before.len() - CONTEXT_BYTES);
        before.drain(..start);
    }
}
