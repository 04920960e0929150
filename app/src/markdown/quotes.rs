//! Quotations with their source.
//!
//! In Markdown the source is the quotation's last paragraph and begins with a dash, as one would write it by hand
//! (`> – deltagare, 28 år`), so it survives every editor. A quotation in which other paragraphs begin with a dash, too,
//! is a dialogue and has no source.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

const DASHES: [char; 2] = ['–', '—'];

/// Makes a figure of every quotation that names its source.
pub(super) fn make_figures(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let changes = changes(&events);
    let mut done = Vec::with_capacity(events.len() + changes.len());
    let mut dash_ahead = false;
    for (index, event) in events.into_iter().enumerate() {
        match (changes.get(&index), event) {
            (Some(Change::FigureStart), event) => {
                done.push(Event::Html("<figure class=\"quote\">\n".into()));
                done.push(event);
            }
            (Some(Change::SourceStart), _) => {
                done.push(Event::End(TagEnd::BlockQuote(None)));
                done.push(Event::Html("<figcaption>".into()));
                dash_ahead = true;
            }
            (Some(Change::SourceEnd), _) => done.push(Event::Html("</figcaption>".into())),
            (Some(Change::FigureEnd), _) => done.push(Event::Html("</figure>\n".into())),
            (None, Event::Text(text)) if dash_ahead => {
                done.push(Event::Text(without_dash(&text)));
                dash_ahead = false;
            }
            (None, event) => done.push(event),
        }
    }
    done
}

/// What is written instead of an event.
enum Change {
    FigureStart,
    SourceStart,
    SourceEnd,
    FigureEnd,
}

/// Returns the indexes of the events with which quotations begin that have no source and are no dialogue.
pub(crate) fn unsourced_quotations(events: &[Event<'_>]) -> Vec<usize> {
    let bare =
        quotations(events).into_iter().filter(|quotation| quotation.blocks > 0 && quotation.dashed == 0);
    let mut starts: Vec<usize> = bare.map(|quotation| quotation.start).collect();
    starts.sort_unstable();
    starts
}

/// A quotation, as indexes of its events.
struct Quotation {
    start: usize,
    end: usize,
    /// How many tags are open around its own blocks.
    depth: usize,
    /// How many blocks it has.
    blocks: usize,
    /// How many of them are paragraphs that begin with a dash.
    dashed: usize,
    /// Start of its last block.
    last: usize,
    last_end: usize,
    last_is_dashed: bool,
}

/// Finds the events to be replaced.
fn changes(events: &[Event<'_>]) -> HashMap<usize, Change> {
    let mut changes = HashMap::new();
    for quotation in quotations(events) {
        if quotation.blocks > 1 && quotation.dashed == 1 && quotation.last_is_dashed {
            changes.insert(quotation.start, Change::FigureStart);
            changes.insert(quotation.last, Change::SourceStart);
            changes.insert(quotation.last_end, Change::SourceEnd);
            changes.insert(quotation.end, Change::FigureEnd);
        }
    }
    changes
}

/// Returns the quotations of a text, in the order in which they end.
fn quotations(events: &[Event<'_>]) -> Vec<Quotation> {
    let mut closed = Vec::new();
    let mut open: Vec<Quotation> = Vec::new();
    let mut depth = 0_usize;
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(tag) => {
                if let Some(quotation) = open.last_mut().filter(|quotation| quotation.depth == depth) {
                    let dashed = *tag == Tag::Paragraph && begins_with_dash(events.get(index + 1));
                    quotation.blocks += 1;
                    quotation.dashed += usize::from(dashed);
                    (quotation.last, quotation.last_is_dashed) = (index, dashed);
                }
                depth += 1;
                if matches!(tag, Tag::BlockQuote(_)) {
                    open.push(Quotation {
                        start: index,
                        end: index,
                        depth,
                        blocks: 0,
                        dashed: 0,
                        last: 0,
                        last_end: 0,
                        last_is_dashed: false,
                    });
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                if matches!(tag, TagEnd::BlockQuote(_)) {
                    closed.extend(open.pop().map(|quotation| Quotation { end: index, ..quotation }));
                }
                if let Some(quotation) = open.last_mut().filter(|quotation| quotation.depth == depth) {
                    quotation.last_end = index;
                }
            }
            _ => {}
        }
    }
    closed
}

fn begins_with_dash(event: Option<&Event<'_>>) -> bool {
    let Some(Event::Text(text)) = event else { return false };
    text.strip_prefix(DASHES).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

fn without_dash<'a>(text: &str) -> CowStr<'a> {
    text.trim_start_matches(DASHES).trim_start().to_owned().into()
}

#[cfg(test)]
mod tests {
    use crate::markdown::to_html;

    #[test]
    fn the_last_paragraph_with_a_dash_is_the_source() {
        let expected = "<figure class=\"quote\">\n<blockquote>\n<p>Det gick.</p>\n</blockquote>\n\
                        <figcaption>deltagare, 28&nbsp;år</figcaption></figure>\n";
        for dash in ["–", "—"] {
            assert_eq!(to_html(&format!("> Det gick.\n>\n> {dash} deltagare, 28 år")), expected);
        }
    }

    #[test]
    fn the_source_may_be_marked_up() {
        let html = to_html("> Det gick.\n>\n> – *deltagare* i [projektet](/om)\n\nSedan.");
        assert!(
            html.contains(
                "<figcaption><em>deltagare</em> i <a href=\"/om\">projektet</a></figcaption></figure>"
            ),
            "{html}"
        );
        assert!(html.ends_with("<p>Sedan.</p>\n"), "{html}");
    }

    #[test]
    fn a_dialogue_has_no_source() {
        for text in ["> – Hej, sa hon.\n>\n> – Hej själv.", "> – Hej.", "> Hej.\n>\n> –", "– Hej.\n\n– Hej."]
        {
            assert!(!to_html(text).contains("<fig"), "{text}");
        }
    }

    #[test]
    fn quotations_in_quotations_are_told_apart() {
        let html = to_html("> Ute.\n>\n> > Inne.\n> >\n> > – hon\n>\n> – han");
        let count = |what: &str| html.matches(what).count();
        assert_eq!((count("<figure"), count("</figure>"), count("<figcaption>")), (2, 2, 2), "{html}");
        assert_eq!((count("<blockquote>"), count("</blockquote>")), (2, 2), "{html}");
    }
}
