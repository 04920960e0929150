//! Words that the owner would rather not read, and what to write instead.
//!
//! A word on the list stands for all its forms: "individ" for "individerna", "komma i arbete" for "kommer i arbete".

use std::collections::HashMap;

use super::body::Body;
use super::{Field, Remark, Wording};
use crate::posts::PostContent;

/// What may follow a word that is left whole.
const ENDINGS: [&str; 23] = [
    "", "s", "n", "ns", "t", "ts", "en", "ens", "et", "ets", "er", "ers", "erna", "ernas", "ar", "ars",
    "arna", "arnas", "na", "nas", "a", "as", "r",
];

/// Shorter words are the beginning of too many others.
const SHORTEST: usize = 4;
const SHORT_ENDINGS: [&str; 2] = ["", "s"];

/// What may follow a last "a" besides: "implementerade".
const AFTER_A: [&str; 3] = ["de", "des", "nde"];

/// What may take the place of a last "a": "flickor", "kommer", "kommit", "hjälpte".
const INSTEAD_OF_A: [&str; 13] =
    ["or", "ors", "orna", "ornas", "er", "te", "tes", "t", "de", "des", "it", "es", "ande"];

/// What may take the place of a last "e": "pojkar", "invandrarna".
const INSTEAD_OF_E: [&str; 6] = ["ar", "ars", "arna", "arnas", "na", "nas"];

pub(super) fn remarks(text: &PostContent, body: &Body<'_>, wordings: &[Wording]) -> Vec<Remark> {
    let list = List::of(wordings);
    if list.entries.is_empty() {
        return Vec::new();
    }
    let mut uses = Uses::default();
    list.search(Field::Title, &text.title, &mut uses);
    list.search(Field::Teaser, &text.teaser, &mut uses);
    // What somebody else said is left as it was said.
    for block in body.blocks.iter().filter(|block| !block.is_quoted) {
        list.search(Field::Body, &block.text, &mut uses);
    }
    list.search(Field::PictureAlt, &text.picture_alt, &mut uses);
    list.search(Field::PictureCaption, &text.picture_caption, &mut uses);
    list.entries.iter().enumerate().filter_map(|(number, entry)| uses.remark(number, entry.instead)).collect()
}

/// The owner's list, prepared for search.
struct List<'a> {
    entries: Vec<Entry<'a>>,
    /// Which entries may begin with a letter.
    by_letter: HashMap<char, Vec<usize>>,
}

struct Entry<'a> {
    words: Vec<Forms>,
    instead: &'a str,
}

impl<'a> List<'a> {
    fn of(wordings: &'a [Wording]) -> Self {
        let mut list = Self { entries: Vec::with_capacity(wordings.len()), by_letter: HashMap::new() };
        for wording in wordings {
            let words: Vec<Forms> = tokens(&wording.word).map(|token| Forms::of(&token.lower)).collect();
            let Some(first) = words.first().and_then(|forms| forms.word.chars().next()) else { continue };
            list.by_letter.entry(first).or_default().push(list.entries.len());
            list.entries.push(Entry { words, instead: &wording.instead });
        }
        list
    }

    fn search<'t>(&self, field: Field, text: &'t str, uses: &mut Uses<'t>) {
        let tokens: Vec<Token> = tokens(text).collect();
        for (place, token) in tokens.iter().enumerate() {
            let first = token.lower.chars().next();
            for number in first.and_then(|first| self.by_letter.get(&first)).into_iter().flatten() {
                let words = &self.entries[*number].words;
                let Some(found) = tokens.get(place..place + words.len()) else { continue };
                let fits = words.iter().zip(found).all(|(forms, token)| forms.have(&token.lower))
                    && found.windows(2).all(|pair| stand_together(text, pair));
                if fits && let Some(last) = found.last() {
                    uses.note(*number, field, &text[token.start..last.end]);
                }
            }
        }
    }
}

/// What was found of the list.
#[derive(Default)]
struct Uses<'t>(HashMap<usize, (Field, &'t str, usize)>);

impl<'t> Uses<'t> {
    fn note(&mut self, number: usize, field: Field, passage: &'t str) {
        self.0.entry(number).or_insert((field, passage, 0)).2 += 1;
    }

    fn remark(&self, number: usize, instead: &str) -> Option<Remark> {
        let (field, passage, times) = self.0.get(&number)?;
        let often = if *times > 1 { format!(" Det står på {times} ställen.") } else { String::new() };
        let sentence = format!("Skriv hellre ”{instead}”.{often}");
        Some(Remark::about(*field, passage, sentence))
    }
}

/// A word in a text.
struct Token {
    lower: String,
    start: usize,
    end: usize,
}

/// Letters and digits with nothing between; a hyphen within a word belongs to it.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{ad}');
        let end = start + text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
        rest = end;
        let word = text[start..end].trim_end_matches(['-', '\u{ad}']);
        let lower = word.chars().filter(|c| *c != '\u{ad}').flat_map(char::to_lowercase).collect();
        Some(Token { lower, start, end: start + word.len() })
    })
}

fn stand_together(text: &str, pair: &[Token]) -> bool {
    let [one, other] = pair else { return false };
    text[one.end..other.start].chars().all(char::is_whitespace)
}

/// The forms of a word, as far as its end tells them.
struct Forms {
    word: String,
    is_short: bool,
}

impl Forms {
    fn of(word: &str) -> Self {
        Self { word: word.to_owned(), is_short: word.chars().count() < SHORTEST }
    }

    fn have(&self, token: &str) -> bool {
        if let Some(ending) = token.strip_prefix(&*self.word) {
            let endings: &[&str] = if self.is_short { &SHORT_ENDINGS } else { &ENDINGS };
            let is_verb = !self.is_short && self.word.ends_with('a');
            return endings.contains(&ending) || (is_verb && AFTER_A.contains(&ending));
        }
        let has = |last: char, endings: &[&str]| {
            let stem = self.word.strip_suffix(last);
            stem.and_then(|stem| token.strip_prefix(stem)).is_some_and(|ending| endings.contains(&ending))
        };
        !self.is_short && (has('a', &INSTEAD_OF_A) || has('e', &INSTEAD_OF_E))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: [(&str, &str); 9] = [
        ("individ", "person"),
        ("komma i arbete", "börja arbeta"),
        ("invandrare", "person som har flyttat hit"),
        ("flicka", "tjej"),
        ("AME", "arbetsmarknadsenheten"),
        ("lots", "stödperson"),
        ("kund", "deltagare"),
        ("implementera", "införa"),
        ("  – ", "inget"),
    ];

    fn findings(text: &PostContent) -> Vec<(Field, String, String)> {
        let list = LIST.map(|(word, instead)| Wording { word: word.into(), instead: instead.into() });
        let remarks = remarks(text, &Body::read(&text.body), &list);
        remarks.into_iter().map(|remark| (remark.field, remark.passage.unwrap(), remark.sentence)).collect()
    }

    fn found(body: &str) -> Vec<String> {
        findings(&PostContent { body: body.into(), ..PostContent::default() })
            .into_iter()
            .map(|(_, passage, _)| passage)
            .collect()
    }

    #[test]
    fn a_word_is_found_in_all_its_forms() {
        for form in [
            "individ",
            "Individen",
            "INDIVIDER",
            "individerna",
            "individernas",
            "individens",
            "indi\u{ad}viden",
            "komma i arbete",
            "Kommer i arbete",
            "kommit  i arbete",
            "komma i *arbete*",
            "invandraren",
            "invandrarna",
            "flickor",
            "flickornas",
            "AME",
            "ame:s",
            "lotsar",
            "lotsen",
            "kunderna",
            "implementerades",
            "implementerar",
        ] {
            assert_eq!(found(&format!("Här står {form}, ja.")).len(), 1, "{form}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in [
            "individuell individanpassning individ-nivå dividerar",
            "komma i, arbete komma till arbete komma i arbetskläder",
            "invandring flickvän amen lotsning kunde implementering",
            "> Jag är en individ.\n>\n> – hon",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn one_remark_for_each_word_says_what_to_write() {
        let text = PostContent {
            title: "Individen".into(),
            teaser: "En individ.".into(),
            body: "Individer kommer i\narbete.".into(),
            quote: "flickan".into(),
            picture_alt: "En flicka".into(),
            ..PostContent::default()
        };
        let expected = [
            (Field::Title, "Individen", "Skriv hellre ”person”. Det står på 3 ställen."),
            (Field::Body, "kommer i arbete", "Skriv hellre ”börja arbeta”."),
            (Field::PictureAlt, "flicka", "Skriv hellre ”tjej”."),
        ];
        assert_eq!(
            findings(&text),
            expected.map(|(field, passage, sentence)| (field, passage.to_owned(), sentence.to_owned()))
        );
    }
}
