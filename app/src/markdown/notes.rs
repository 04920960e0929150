//! Footnotes: numbered as they are met, gathered at the end of the text, with a way there and back.

use std::collections::HashMap;
use std::fmt::Write as _;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use sha2::{Digest as _, Sha256};

/// Moves all notes to the end of the text. A note that nothing refers to comes last: what somebody wrote is kept.
pub(super) fn gather<'a>(events: Vec<Event<'a>>, markdown: &str) -> Vec<Event<'a>> {
    let (body, definitions) = split(events);
    if definitions.is_empty() {
        return body;
    }
    let mut notes = Notes::new(mark(markdown), &definitions);
    let mut gathered = notes.refer(body);
    gathered.push(Event::Html(
        "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Noter\"><ol>\n".into(),
    ));
    // Notes may refer to notes, so all are read before any is written: only then is it known how often.
    let mut definitions: Vec<_> = definitions.into_iter().map(|(_, events)| Some(events)).collect();
    let mut written = Vec::new();
    while let Some(note) = notes.next() {
        let events = definitions.get_mut(note).and_then(Option::take).unwrap_or_default();
        written.push((note, notes.refer(events)));
    }
    for (index, (note, mut events)) in written.into_iter().enumerate() {
        let back = Event::InlineHtml(notes.ways_back(note, index + 1).into());
        match events.pop() {
            Some(end @ Event::End(TagEnd::Paragraph)) => events.extend([back, end]),
            other => events.extend(other.into_iter().chain([back])),
        }
        gathered.push(Event::Html(format!("<li id=\"not-{}-{}\">", notes.mark, index + 1).into()));
        gathered.append(&mut events);
        gathered.push(Event::Html("</li>\n".into()));
    }
    gathered.push(Event::Html("</ol></section>\n".into()));
    gathered
}

/// A few letters of its own for each text, so that notes of two texts on one page are told apart.
fn mark(markdown: &str) -> String {
    Sha256::digest(markdown).iter().take(3).fold(String::new(), |mut mark, byte| {
        // Writing to a string cannot fail.
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}

type Definition<'a> = (CowStr<'a>, Vec<Event<'a>>);

/// The text without its notes, and the notes in the order in which they stand there.
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

struct Notes<'a> {
    mark: String,
    /// The first definition of a name counts.
    by_name: HashMap<CowStr<'a>, usize>,
    /// Definitions in the order of their numbers.
    order: Vec<usize>,
    number_of: HashMap<usize, usize>,
    uses: HashMap<usize, usize>,
    written: usize,
    unreferenced: std::ops::Range<usize>,
}

impl<'a> Notes<'a> {
    fn new(mark: String, definitions: &[Definition<'a>]) -> Self {
        let mut by_name = HashMap::new();
        for (index, (name, _)) in definitions.iter().enumerate() {
            by_name.entry(name.clone()).or_insert(index);
        }
        Self {
            mark,
            by_name,
            order: Vec::new(),
            number_of: HashMap::new(),
            uses: HashMap::new(),
            written: 0,
            unreferenced: 0..definitions.len(),
        }
    }

    /// The definition to be written next.
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

    /// Writes the references. None stands in a link: the parser reads no link where there is one.
    fn refer(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let write = |event| match event {
            Event::FootnoteReference(name) => self.reference(&name),
            other => other,
        };
        events.into_iter().map(write).collect()
    }

    fn reference(&mut self, name: &CowStr<'a>) -> Event<'a> {
        let Some(note) = self.by_name.get(name).copied() else {
            return Event::Text(format!("[^{name}]").into());
        };
        let number = self.number(note);
        let times = self.uses.entry(note).or_default();
        *times += 1;
        let (mark, place) = (&self.mark, place(number, *times));
        Event::InlineHtml(
            format!(
                "<sup><a id=\"notref-{mark}-{place}\" href=\"#not-{mark}-{number}\" \
                 aria-label=\"Not {number}\">{number}</a></sup>"
            )
            .into(),
        )
    }

    fn ways_back(&self, note: usize, number: usize) -> String {
        let uses = self.uses.get(&note).copied().unwrap_or_default();
        (1..=uses).fold(String::new(), |mut back, time| {
            let (mark, place) = (&self.mark, place(number, time));
            let which = if uses == 1 { String::new() } else { format!(", plats {time}") };
            // Writing to a string cannot fail.
            let _ = write!(
                back,
                " <a href=\"#notref-{mark}-{place}\" aria-label=\"Tillbaka till not {number} i texten{which}\">↩</a>"
            );
            back
        })
    }
}

/// The name of a reference: the note's number, and which of several references it is.
fn place(number: usize, time: usize) -> String {
    if time == 1 { number.to_string() } else { format!("{number}-{time}") }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::markdown::to_html;

    #[test]
    fn a_note_stands_at_the_end_with_a_way_there_and_back() {
        let text = "Text.[^a] Mer.\n\n[^a]: Noten.\n\nSlut.";
        let mark = mark(text);
        assert_eq!(
            to_html(text),
            format!(
                "<p>Text.<sup><a id=\"notref-{mark}-1\" href=\"#not-{mark}-1\" aria-label=\"Not 1\">1</a></sup> \
                 Mer.</p>\n<p>Slut.</p>\n<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Noter\"><ol>\n\
                 <li id=\"not-{mark}-1\">\n<p>Noten. <a href=\"#notref-{mark}-1\" \
                 aria-label=\"Tillbaka till not 1 i texten\">↩</a></p>\n</li>\n</ol></section>\n"
            )
        );
    }

    #[test]
    fn notes_are_numbered_as_they_are_met_and_none_is_lost() {
        let html = to_html("A[^x] B[^y] C[^x]\n\n[^z]: Ensam.\n\n[^y]: Två[^w].\n\n[^x]: Ett.\n\n[^w]: Tre.");
        let places: Vec<_> = ["Ett.", "Två", "Tre.", "Ensam."].iter().map(|word| html.find(word)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{html}");
        assert!(html.contains("plats 2"), "{html}");
    }

    #[test]
    fn every_way_leads_somewhere_and_no_place_has_two() {
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
    fn two_texts_never_share_a_place() {
        assert_ne!(mark("Ett.[^1]\n\n[^1]: Not."), mark("Två.[^1]\n\n[^1]: Not."));
    }
}
