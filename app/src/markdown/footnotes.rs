//! Footnotes: numbered in the order of their references, collected at the end of the text, with links there and back.

use std::collections::HashMap;
use std::fmt::Write as _;

use data_encoding::HEXLOWER;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use sha2::{Digest as _, Sha256};

/// How many references a text may have; any further one stays as it is typed. Each becomes a link there and one back, which
/// are so much longer than `[^1]` that a text of references alone would grow a hundredfold.
const MAX_REFERENCES: usize = 1000;

/// Moves all footnotes to the end of the text. Those that nothing refers to come last: no words of a writer are dropped.
pub(super) fn collect<'a>(events: Vec<Event<'a>>, markdown: &str) -> Vec<Event<'a>> {
    let (body, definitions) = split(events);
    if definitions.is_empty() {
        return body;
    }
    let mut footnotes = Footnotes::new(id_prefix(markdown), &definitions);
    let mut collected = footnotes.write_references(body);
    collected.push(Event::Html(
        "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Noter\"><ol>\n".into(),
    ));
    // Footnotes may refer to each other, so all are read before any is written: only then is it known how often.
    let mut definitions: Vec<_> = definitions.into_iter().map(|(_, events)| Some(events)).collect();
    let mut written = Vec::new();
    while let Some(note) = footnotes.next() {
        let events = definitions.get_mut(note).and_then(Option::take).unwrap_or_default();
        written.push((note, footnotes.write_references(events)));
    }
    for (index, (note, mut events)) in written.into_iter().enumerate() {
        let back = Event::InlineHtml(footnotes.back_links(note, index + 1).into());
        match events.pop() {
            Some(end @ Event::End(TagEnd::Paragraph)) => events.extend([back, end]),
            other => events.extend(other.into_iter().chain([back])),
        }
        collected.push(Event::Html(format!("<li id=\"not-{}-{}\">", footnotes.prefix, index + 1).into()));
        collected.append(&mut events);
        collected.push(Event::Html("</li>\n".into()));
    }
    collected.push(Event::Html("</ol></section>\n".into()));
    collected
}

/// Returns a few letters that differ from text to text, so that two texts on one page have no id in common.
pub(super) fn id_prefix(markdown: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(markdown)[..3])
}

type Definition<'a> = (CowStr<'a>, Vec<Event<'a>>);

/// Separates the text from its footnotes, which stay in the order in which they were written.
fn split(events: Vec<Event<'_>>) -> (Vec<Event<'_>>, Vec<Definition<'_>>) {
    let (mut body, mut definitions, mut open) = (Vec::with_capacity(events.len()), Vec::new(), Vec::new());
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => open.push((name, Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => definitions.extend(open.pop()),
            event => open.last_mut().map_or(&mut body, |(_, events)| events).push(event),
        }
    }
    (body, definitions)
}

/// The state of numbering.
struct Footnotes<'a> {
    prefix: String,
    /// Index of the first definition of each name; only that one is referred to.
    by_name: HashMap<CowStr<'a>, usize>,
    /// Indexes of definitions in the order of their numbers.
    order: Vec<usize>,
    number_of: HashMap<usize, usize>,
    /// How often each definition is referred to.
    uses: HashMap<usize, usize>,
    /// How many references were written.
    references: usize,
    written: usize,
    unreferenced: std::ops::Range<usize>,
}

impl<'a> Footnotes<'a> {
    fn new(prefix: String, definitions: &[Definition<'a>]) -> Self {
        let mut by_name = HashMap::new();
        for (index, (name, _)) in definitions.iter().enumerate() {
            by_name.entry(name.clone()).or_insert(index);
        }
        Self {
            prefix,
            by_name,
            order: Vec::new(),
            number_of: HashMap::new(),
            uses: HashMap::new(),
            references: 0,
            written: 0,
            unreferenced: 0..definitions.len(),
        }
    }

    /// Returns the definition to be written next.
    fn next(&mut self) -> Option<usize> {
        if self.written == self.order.len() {
            let left = self.unreferenced.find(|note| !self.number_of.contains_key(note))?;
            self.number(left);
        }
        self.written += 1;
        self.order.get(self.written - 1).copied()
    }

    fn number(&mut self, note: usize) -> usize {
        *self.number_of.entry(note).or_insert_with(|| {
            self.order.push(note);
            self.order.len()
        })
    }

    /// Writes the references as links. None is inside another link: the parser accepts no link around a reference.
    fn write_references(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let write = |event| match event {
            Event::FootnoteReference(name) => self.reference(&name),
            other => other,
        };
        events.into_iter().map(write).collect()
    }

    fn reference(&mut self, name: &CowStr<'a>) -> Event<'a> {
        let note = self.by_name.get(name).copied().filter(|_| self.references < MAX_REFERENCES);
        let Some(note) = note else {
            return Event::Text(format!("[^{name}]").into());
        };
        self.references += 1;
        let number = self.number(note);
        let times = self.uses.entry(note).or_default();
        *times += 1;
        let (prefix, reference) = (&self.prefix, reference_id(number, *times));
        Event::InlineHtml(
            format!(
                "<sup><a id=\"notref-{prefix}-{reference}\" href=\"#not-{prefix}-{number}\" \
                 aria-label=\"Not {number}\">{number}</a></sup>"
            )
            .into(),
        )
    }

    fn back_links(&self, note: usize, number: usize) -> String {
        let uses = self.uses.get(&note).copied().unwrap_or_default();
        (1..=uses).fold(String::new(), |mut back, time| {
            let (prefix, reference) = (&self.prefix, reference_id(number, time));
            let which = if uses == 1 { String::new() } else { format!(", plats {time}") };
            // Writing to a string cannot fail.
            let _ = write!(
                back,
                " <a href=\"#notref-{prefix}-{reference}\" aria-label=\"Tillbaka till not {number} i texten{which}\">↩</a>"
            );
            back
        })
    }
}

/// Returns the id of a reference: the number of the footnote and, from the second on, which of its references it is.
fn reference_id(number: usize, time: usize) -> String {
    if time == 1 { number.to_string() } else { format!("{number}-{time}") }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::markdown::to_html;

    #[test]
    fn a_footnote_stands_at_the_end_with_links_there_and_back() {
        let text = "Text.[^a] Mer.\n\n[^a]: Noten.\n\nSlut.";
        let prefix = id_prefix(text);
        assert_eq!(
            to_html(text),
            format!(
                "<p>Text.<sup><a id=\"notref-{prefix}-1\" href=\"#not-{prefix}-1\" aria-label=\"Not 1\">1</a></sup> \
                 Mer.</p>\n<p>Slut.</p>\n<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Noter\"><ol>\n\
                 <li id=\"not-{prefix}-1\">\n<p>Noten. <a href=\"#notref-{prefix}-1\" \
                 aria-label=\"Tillbaka till not 1 i texten\">↩</a></p>\n</li>\n</ol></section>\n"
            )
        );
    }

    #[test]
    fn footnotes_are_numbered_by_their_references_and_none_is_lost() {
        let html = to_html("A[^x] B[^y] C[^x]\n\n[^z]: Ensam.\n\n[^y]: Två[^w].\n\n[^x]: Ett.\n\n[^w]: Tre.");
        let places: Vec<_> = ["Ett.", "Två", "Tre.", "Ensam."].iter().map(|word| html.find(word)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{html}");
        assert!(html.contains("plats 2"), "{html}");
    }

    #[test]
    fn every_link_has_a_target_and_no_id_is_used_twice() {
        let html = to_html("A[^x] [b[^x] c](/om) *d[^x]*\n\n[^x]: Ett[^x].\n\n[^x]: Dubbelt.");
        let values = |name: &str| -> Vec<String> {
            html.split(&format!("{name}=\""))
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(Into::into)
                .collect()
        };
        let ids = values(" id");
        let unique: HashSet<_> = ids.iter().cloned().collect();
        assert_eq!(unique.len(), ids.len(), "{html}");
        let ways: Vec<_> = values("href").into_iter().filter(|way| way.starts_with('#')).collect();
        assert!(ways.len() > 4 && ways.iter().all(|way| unique.contains(&way[1..])), "{html}");
    }

    #[test]
    fn a_text_of_references_alone_grows_no_more_than_others() {
        let text = "[^1]".repeat(20_000) + "\n\n[^1]: Noten.";
        let html = to_html(&text);
        assert_eq!(html.matches("aria-label=\"Not 1\"").count(), MAX_REFERENCES);
        assert_eq!(html.matches("↩").count(), MAX_REFERENCES);
        assert!(html.len() < 4 * text.len(), "{} of {}", html.len(), text.len());
        let definitions: Vec<_> = (0..5_000).map(|number| format!("[^{number}]: a\n\n")).collect();
        let definitions = definitions.concat();
        let html = to_html(&format!("[^1]\n\n{definitions}"));
        assert!(html.contains("<li id=") && html.len() < 6 * definitions.len());
    }

    #[test]
    fn two_texts_have_no_id_in_common() {
        assert_ne!(id_prefix("Ett.[^1]\n\n[^1]: Not."), id_prefix("Två.[^1]\n\n[^1]: Not."));
    }
}
