//! Reads Markdown into events.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

/// How deep blocks and marks may stand in one another. What is deeper keeps its text and loses its markup: no
/// reader can tell thirty levels apart, and browsers take a time that grows with the square of the depth.
const DEEPEST: usize = 30;

/// The events of a text, properly nested and with neighbouring texts in one.
pub(crate) fn read(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut depth = Depth::default();
    let events = Parser::new_ext(markdown, options).map(as_text).filter_map(|event| depth.admit(event));
    TextMergeStream::new(events).collect()
}

/// What a writer types as HTML is text.
fn as_text(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        other => other,
    }
}

/// Whether each tag that is open was let through.
#[derive(Default)]
struct Depth(Vec<bool>);

impl Depth {
    fn admit<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        let admitted = match &event {
            Event::Start(tag) => {
                let admitted = match tag {
                    // Part of what is around it: there with it or not at all.
                    Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                        self.0.last().copied().unwrap_or(false)
                    }
                    _ => self.0.len() < DEEPEST,
                };
                self.0.push(admitted);
                admitted
            }
            Event::End(_) => self.0.pop().unwrap_or(false),
            _ => true,
        };
        if admitted { Some(event) } else { matches!(event, Event::End(_)).then_some(Event::SoftBreak) }
    }
}
