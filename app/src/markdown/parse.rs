//! Parses Markdown into events.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

/// How deep blocks and inline markup may be nested. What is deeper stays as text without markup: no reader can tell
/// thirty levels apart, and browsers need time that grows with the square of the depth.
const MAX_DEPTH: usize = 30;

/// What is read beside `CommonMark`.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    // Parsed in order to be undone: otherwise one tilde would strike words out, too.
    .union(Options::ENABLE_SUBSCRIPT);

/// Parses a text into events, properly nested and with adjacent texts merged.
pub fn parse(markdown: &str) -> Vec<Event<'_>> {
    let mut depth = Depth::default();
    let events = Parser::new_ext(markdown, OPTIONS).map(as_text).filter_map(|event| depth.admit(event));
    TextMergeStream::new(events).collect()
}

/// Turns HTML that a writer types into text, and single tildes: "~20 personer" means about twenty.
fn as_text(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Subscript) | Event::End(TagEnd::Subscript) => Event::Text("~".into()),
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        other => other,
    }
}

/// The open tags, each with whether it was admitted.
#[derive(Default)]
struct Depth(Vec<bool>);

impl Depth {
    fn admit<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        let admitted = match &event {
            Event::Start(tag) => {
                let admitted = match tag {
                    // Admitted together with the block around it.
                    Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                        self.0.last().copied().unwrap_or(false)
                    }
                    _ => self.0.len() < MAX_DEPTH,
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
