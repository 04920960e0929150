//! Reads a line back as the pages read it.

use app::markdown;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::document::{Line, Marks, What};
use super::picture;

/// A piece of a line as it was read back.
#[expect(clippy::struct_excessive_bools, reason = "a text may be all of it at once")]
#[derive(Debug, PartialEq)]
struct Piece {
    what: Read,
    emphasis: bool,
    strong: bool,
    strike: bool,
    code: bool,
    link: Option<String>,
}

#[derive(Debug, PartialEq)]
enum Read {
    Char(char),
    Break,
    Picture { address: String, alt: String, caption: String },
    Note(String),
}

/// Whether Markdown is one block that says exactly what a line says, with the same marks.
pub(super) fn says(markdown: &str, line: &Line, links: &[String]) -> bool {
    read(markdown, line).is_some_and(|read| read == expected(line, links))
}

/// Leaves out how a space is marked up, which nobody sees.
fn unmarked(piece: Piece) -> Piece {
    match piece.what {
        Read::Char(' ') => Piece { emphasis: false, strong: false, strike: false, ..piece },
        _ => piece,
    }
}

fn expected(line: &Line, links: &[String]) -> Vec<Piece> {
    let piece = |unit: &super::Unit| {
        let Marks { link, emphasis, strong, strike, code } = unit.marks;
        let what = match &unit.what {
            What::Char(c) => Read::Char(*c),
            What::Break => Read::Break,
            What::Note(label) => Read::Note(label.to_string()),
            What::Picture(_) => {
                let shown = picture(unit).cloned().unwrap_or_default();
                let alt = shown.alt.split_whitespace().collect::<Vec<_>>().join(" ");
                Read::Picture { address: shown.address, alt, caption: shown.caption }
            }
        };
        let address = link.and_then(|at| links.get(at as usize)).cloned();
        unmarked(Piece { what, emphasis, strong, strike, code, link: address })
    };
    line.iter().map(piece).collect()
}

/// Returns the pieces of Markdown that is a single block; `None` when it is more, or less.
fn read(markdown: &str, line: &Line) -> Option<Vec<Piece>> {
    let notes: String = line
        .iter()
        .filter_map(
            |unit| if let What::Note(label) = unit.what { Some(format!("\n\n[^{label}]: x")) } else { None },
        )
        .collect();
    let text = format!("{markdown}{notes}");
    let mut pieces = Vec::new();
    let (mut emphasis, mut strong, mut strike) = (0_usize, 0_usize, 0_usize);
    let mut links: Vec<String> = Vec::new();
    let mut open_picture: Option<(String, String, String)> = None;
    let mut blocks = 0;
    let mut in_note = false;
    for event in markdown::parse(&text) {
        let mut push = |what: Read, code: bool, links: &[String]| {
            let address = links.last().cloned();
            let (emphasis, strong, strike) = (emphasis > 0, strong > 0, strike > 0);
            pieces.push(unmarked(Piece { what, emphasis, strong, strike, code, link: address }));
        };
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => in_note = true,
            Event::End(TagEnd::FootnoteDefinition) => in_note = false,
            _ if in_note => {}
            Event::Text(text) => match &mut open_picture {
                Some((_, alt, _)) => alt.push_str(&text),
                None => text.chars().for_each(|c| push(Read::Char(c), false, &links)),
            },
            Event::Code(text) => text.chars().for_each(|c| push(Read::Char(c), true, &links)),
            Event::HardBreak => push(Read::Break, false, &links),
            Event::FootnoteReference(name) => push(Read::Note(name.to_string()), false, &links),
            Event::Start(Tag::Emphasis) => emphasis += 1,
            Event::End(TagEnd::Emphasis) => emphasis -= 1,
            Event::Start(Tag::Strong) => strong += 1,
            Event::End(TagEnd::Strong) => strong -= 1,
            Event::Start(Tag::Strikethrough) => strike += 1,
            Event::End(TagEnd::Strikethrough) => strike -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::End(TagEnd::Link) => drop(links.pop()),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                open_picture = Some((dest_url.to_string(), String::new(), title.to_string()));
            }
            Event::End(TagEnd::Image) => {
                let (address, alt, caption) = open_picture.take()?;
                push(Read::Picture { address, alt, caption }, false, &links);
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. }) => blocks += 1,
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => {}
            _ => return None,
        }
    }
    (blocks == 1 || line.is_empty()).then_some(pieces)
}
