//! Telephone numbers in running text can be rung.

mod context;
mod number;
mod unclear;

#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// How much of what stands before a number is looked at.
const REMEMBERED: usize = 80;

/// Makes links of the numbers in a text, except where there is a link or code already.
pub(super) fn link(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut linked = Vec::with_capacity(events.len());
    let mut place = Place::default();
    for event in events {
        let numbers = match &event {
            Event::Text(text) if place.is_open() => number::find(text, &place.before),
            _ => Vec::new(),
        };
        place.pass(&event);
        match event {
            Event::Text(text) if !numbers.is_empty() => {
                let mut done = 0;
                for number in numbers {
                    linked.push(Event::Text(text[done..number.place.start].to_owned().into()));
                    linked.extend(call(number.address, &text[number.place.clone()]));
                    done = number.place.end;
                }
                linked.push(Event::Text(text[done..].to_owned().into()));
            }
            other => linked.push(other),
        }
    }
    linked
}

/// What looks like a telephone number and becomes no link, as it stands in the text.
pub(crate) fn unlinked(events: &[Event<'_>]) -> Vec<String> {
    let mut unlinked = Vec::new();
    let mut place = Place::default();
    for event in events {
        if let Event::Text(text) = event
            && place.is_open()
        {
            let places = unclear::find(text, &place.before).into_iter();
            unlinked.extend(places.map(|place| text[place].to_owned()));
        }
        place.pass(event);
    }
    unlinked
}

/// Where we are in a text.
#[derive(Default)]
struct Place {
    /// How many links, pictures' words and blocks of code we are in; a number there is left alone.
    closed: usize,
    /// What stands before in the same paragraph.
    before: String,
}

impl Place {
    const fn is_open(&self) -> bool {
        self.closed == 0
    }

    fn pass(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => remember(&mut self.before, text),
            Event::SoftBreak | Event::HardBreak => self.before.push(' '),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => self.closed += 1,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {}
            // The steps before this one write cells and captions as HTML.
            Event::Start(_) | Event::Html(_) => self.before.clear(),
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                self.closed = self.closed.saturating_sub(1);
            }
            _ => {}
        }
    }
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
