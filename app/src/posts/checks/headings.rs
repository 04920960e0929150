//! Headings that tell how a text hangs together.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::body::{BlockKind, Body};
use super::language::words;
use super::{Field, Remark};

/// A bold paragraph with more words is no heading in disguise.
const LONGEST: usize = 10;

pub(super) fn remarks(body: &Body<'_>) -> Vec<Remark> {
    let mut remarks = order(body);
    remarks.extend(disguised(&body.events));
    remarks
}

/// The page sets every level right by itself, but then a part of the text may not belong where its writer thought.
fn order(body: &Body<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut above: Option<HeadingLevel> = None;
    for block in &body.blocks {
        let BlockKind::Heading(level) = block.kind else { continue };
        let sentence = match above {
            None if level > HeadingLevel::H2 => {
                Some("Börja med en rubrik. En underrubrik kan bara stå under en rubrik.")
            }
            Some(above) if level as usize > above as usize + 1 => {
                Some("Rubriken hoppar över en nivå. Gör den en nivå större.")
            }
            _ => None,
        };
        remarks.extend(sentence.map(|sentence| Remark::about(Field::Body, &block.text, sentence)));
        above = Some(level);
    }
    remarks
}

/// Paragraphs that are bold from end to end, with something below them. They look like headings, but those who
/// listen to the page cannot jump to them.
fn disguised(events: &[Event<'_>]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut depth = 0_usize;
    for (place, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => {
                remarks.extend(bold(&events[place..]).map(|words| {
                    Remark::about(
                        Field::Body,
                        &words,
                        "Gör stycket till en rubrik i stället för att göra det fetstilt.",
                    )
                }));
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    remarks
}

/// The words of the paragraph that the events begin with, if it looks like a heading.
fn bold(events: &[Event<'_>]) -> Option<String> {
    let [Event::Start(Tag::Paragraph), Event::Start(Tag::Strong), rest @ ..] = events else { return None };
    let end = rest.iter().position(|event| *event == Event::End(TagEnd::Strong))?;
    let [Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph), _, ..] = &rest[end..] else {
        return None;
    };
    let text: String = rest[..end]
        .iter()
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(&**text),
            Event::SoftBreak => Some(" "),
            _ => None,
        })
        .collect();
    let is_short = (1..=LONGEST).contains(&words(&text).take(LONGEST + 1).count());
    (is_short && !text.trim_end().ends_with(['.', '!', ',', '…'])).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks_on(text: &str) -> Vec<Option<String>> {
        remarks(&Body::read(text)).into_iter().map(|remark| remark.passage).collect()
    }

    #[test]
    fn no_level_is_left_out() {
        for (text, about) in [("### A\n\n## B", "A"), ("## A\n\n#### B", "B"), ("# A\n\n### B\n\n## C", "B")]
        {
            assert_eq!(remarks_on(text), [Some(about.to_owned())], "{text}");
        }
        for text in [
            "## A\n\n### B\n\n## C\n\n### D\n\n#### E\n\n## F",
            "# A\n\n## B\n\n# C",
            "Text",
            "",
            "#\n\n## A",
        ] {
            assert_eq!(remarks_on(text), [], "{text}");
        }
    }

    #[test]
    fn a_heading_is_a_heading() {
        assert_eq!(remarks_on("**Varför alla?**\n\nFör att."), [Some("Varför alla?".to_owned())]);
        assert_eq!(remarks_on("Text.\n\n**Så *gör* vi:**\n\n- ett"), [Some("Så gör vi:".to_owned())]);
        for text in [
            "**Är du i fara nu? Ring 112.**\n\nText.",
            "**Telefon:** 08-123 45 67\n\nText.",
            "Text.\n\n**Redaktionen**",
            "> **Ropade hon**\n>\n> och gick.",
            "- **Andra enheter**\n\n  Text.",
            "**Det här är en mening som är fetstilt från början till slut utan punkt**\n\nText.",
            "## **Rubrik**\n\nText.",
        ] {
            assert_eq!(remarks_on(text), [], "{text}");
        }
    }
}
