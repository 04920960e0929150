//! Where a name stands.

use std::iter;
use std::ops::Range;

use super::hit::Hit;
use super::spelling::Names;
use super::subject::{DocumentField, PictureField, Place, Subject};
use crate::markdown;
use crate::posts::slug_of;

/// How much is shown before and after a name, in characters.
const CONTEXT: usize = 40;

/// A place where the name stands, with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// Tells it from the others, as a form sends it.
    pub(crate) key: String,
    pub(crate) place: Place,
    pub(crate) before: String,
    pub(crate) found: String,
    pub(crate) after: String,
    /// The other name, in the same form and letters.
    pub(crate) instead: String,
    /// Whether it can hardly be anything else.
    pub(crate) is_certain: bool,
}

/// Finds a name in everything that a text shows.
pub(crate) fn occurrences(subject: &Subject, names: &Names) -> Vec<Occurrence> {
    let texts = subject.texts().into_iter();
    texts.flat_map(|(place, text)| in_place(place, text, names)).collect()
}

fn in_place(place: Place, text: &str, names: &Names) -> Vec<Occurrence> {
    let parts = parts(place, text);
    let hits = hits(place, text, names).into_iter().enumerate();
    hits.map(|(nth, hit)| Occurrence {
        key: key(place, nth),
        place,
        before: end(read(text, &parts, 0..hit.range.start).trim_start()),
        after: beginning(&read(text, &parts, hit.range.end..text.len())),
        found: text.get(hit.range).unwrap_or_default().to_owned(),
        instead: hit.instead,
        is_certain: hit.is_certain,
    })
    .collect()
}

/// Finds the name in what stands at a place, as things are written there.
fn hits(place: Place, text: &str, names: &Names) -> Vec<Hit> {
    match place {
        Place::Address => {
            let hits = names.find_in_name(text).into_iter();
            hits.map(|hit| Hit { instead: slug_of(&hit.instead), ..hit }).collect()
        }
        Place::Picture(_, PictureField::Name) | Place::Document(_, DocumentField::FileName) => {
            names.find_in_name(text)
        }
        Place::Body => {
            let parts = parts(place, text);
            let is_word = |hit: &Hit| {
                parts.iter().any(|part| part.start <= hit.range.start && hit.range.end <= part.end)
            };
            names.find(text).into_iter().filter(is_word).collect()
        }
        _ => names.find(text),
    }
}

/// Returns the parts of a text that readers read: of Markdown no signs and no addresses.
fn parts(place: Place, text: &str) -> Vec<Range<usize>> {
    if matches!(place, Place::Body) { markdown::words(text) } else { iter::once(0..text.len()).collect() }
}

/// Returns what is read within a range of a text.
fn read(text: &str, parts: &[Range<usize>], within: Range<usize>) -> String {
    let mut words = String::new();
    let mut last = within.start;
    for part in parts {
        let range = part.start.max(within.start)..part.end.min(within.end);
        let Some(part) = text.get(range.clone()).filter(|part| !part.is_empty()) else { continue };
        let is_apart =
            text.get(last..range.start).is_some_and(|between| between.contains(char::is_whitespace));
        if is_apart && !words.ends_with(' ') {
            words.push(' ');
        }
        words.push_str(part);
        last = range.end;
    }
    words
}

/// Returns what stands at a place once the chosen occurrences are exchanged; none when none of them is there.
pub(super) fn exchanged(
    place: Place,
    text: &str,
    names: &Names,
    is_chosen: impl Fn(&str) -> bool,
) -> Option<String> {
    let hits: Vec<_> = hits(place, text, names)
        .into_iter()
        .enumerate()
        .filter(|(nth, _)| is_chosen(&key(place, *nth)))
        .map(|(_, hit)| hit)
        .collect();
    let mut exchanged = text.to_owned();
    for hit in hits.iter().rev() {
        exchanged.replace_range(hit.range.clone(), &hit.instead);
    }
    (!hits.is_empty()).then_some(exchanged)
}

fn key(place: Place, nth: usize) -> String {
    match place {
        Place::Title => format!("title-{nth}"),
        Place::Address => format!("slug-{nth}"),
        Place::Quote => format!("quote-{nth}"),
        Place::Source => format!("source-{nth}"),
        Place::Teaser => format!("teaser-{nth}"),
        Place::Author => format!("author-{nth}"),
        Place::Body => format!("body-{nth}"),
        Place::PictureAlt => format!("picture_alt-{nth}"),
        Place::PictureCaption => format!("picture_caption-{nth}"),
        Place::Picture(id, field) => format!("{id}-{field:?}-{nth}"),
        Place::Document(id, field) => format!("{id}-{field:?}-{nth}"),
    }
}

/// Returns the last characters of a text, on one line.
fn end(text: &str) -> String {
    let cut = text.char_indices().rev().nth(CONTEXT).map(|(at, c)| at + c.len_utf8());
    let shown = one_line(text.get(cut.unwrap_or(0)..).unwrap_or_default());
    if cut.is_some() { format!("…{shown}") } else { shown }
}

/// Returns the first characters of a text, on one line.
fn beginning(text: &str) -> String {
    let cut = text.char_indices().nth(CONTEXT).map(|(at, _)| at);
    let shown = one_line(text.get(..cut.unwrap_or(text.len())).unwrap_or_default());
    if cut.is_some() { format!("{shown}…") } else { shown }
}

fn one_line(text: &str) -> String {
    text.replace(char::is_whitespace, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::read("Anna Lind", "Maria Ek").unwrap()
    }

    #[test]
    fn a_name_is_found_with_what_stands_around_it() {
        let text = "## Hej,\nsade Anna! [Anna](/inlagg/Anna-Lind) **log**.\n\n> Mer";
        let found = in_place(Place::Body, text, &names());
        let shown: Vec<_> = found.iter().map(|one| (&*one.key, &*one.before, &*one.after)).collect();
        let expected =
            [("body-0", "Hej, sade ", "! Anna log. Mer"), ("body-1", "Hej, sade Anna! ", " log. Mer")];
        assert_eq!(shown, expected);
        assert!(found.iter().all(|one| one.instead == "Maria"));
        let long = format!("{}Anna{}", "å ".repeat(50), " ö".repeat(50));
        let [one] = in_place(Place::Quote, &long, &names()).try_into().unwrap();
        assert!(one.before.starts_with('…') && one.after.ends_with('…'));
        assert_eq!((one.before.chars().count(), one.after.chars().count()), (CONTEXT + 1, CONTEXT + 1));
    }

    #[test]
    fn only_what_was_chosen_is_exchanged() {
        let text = "Anna och Anna";
        let chosen = exchanged(Place::Title, text, &names(), |key| key == "title-1");
        assert_eq!(chosen.as_deref(), Some("Anna och Maria"));
        assert_eq!(exchanged(Place::Title, text, &names(), |_| false), None);
        let address = exchanged(Place::Address, "anna-linds-resa", &names(), |_| true);
        assert_eq!(address.as_deref(), Some("maria-eks-resa"));
    }

    #[test]
    fn names_of_files_are_found_in_any_letters() {
        let place = Place::Picture("0".repeat(32).parse().unwrap(), PictureField::Name);
        for (name, expected) in [("anna_lind-2.JPG", "Maria Ek-2.JPG"), ("IMG-Anna.png", "IMG-Maria.png")] {
            assert_eq!(exchanged(place, name, &names(), |_| true).as_deref(), Some(expected));
        }
    }
}
