//! How hard a text is to read, by LIX: the Swedish index that C.H. Björnsson made in 1968, of how long the sentences
//! are and how many long words they hold.

use super::body::Body;
use super::language::{sentences, words};
use crate::posts::{Language, PostContent};

/// Of fewer words the index says nothing.
const FEWEST: usize = 50;

/// A word with more letters is long.
const SHORT: usize = 6;

/// What plain language should stay under.
const HIGHEST: u32 = 45;

/// What a text in plain words (lättläst) should stay under: what Björnsson found in books for children.
const HIGHEST_OF_EASY: u32 = 29;

/// How hard a text is to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readability {
    /// The index.
    pub lix: u32,
    /// What it means: "lätt".
    pub words: &'static str,
    /// The highest index that it should have.
    highest: u32,
}

impl Readability {
    /// Whether it is harder than plain language, or than a text in plain words (lättläst), if it is to be one.
    pub const fn is_hard(&self) -> bool {
        self.lix > self.highest
    }
}

/// Returns how hard a text is to read; none for one that is too short to tell, or not in Swedish.
pub fn readability(text: &PostContent, is_easy_read: bool) -> Option<Readability> {
    let highest = if is_easy_read { HIGHEST_OF_EASY } else { HIGHEST };
    if text.language == Language::default() { of(&Body::read(&text.body), highest) } else { None }
}

fn of(body: &Body<'_>, highest: u32) -> Option<Readability> {
    let (mut sentence_count, mut word_count, mut long_count) = (0, 0, 0);
    for block in body.prose() {
        sentence_count += sentences(&block.text).len();
        for word in words(&block.text) {
            word_count += 1;
            long_count +=
                usize::from(word.chars().filter(|c| c.is_alphabetic()).take(SHORT + 1).count() > SHORT);
        }
    }
    (word_count >= FEWEST).then(|| {
        let sentence_count = sentence_count.max(1);
        // Both parts over one denominator, and half of it for rounding.
        let denominator = sentence_count * word_count;
        let lix =
            (word_count * word_count + 100 * long_count * sentence_count + denominator / 2) / denominator;
        let lix = u32::try_from(lix).unwrap_or(u32::MAX);
        Readability { lix, words: in_words(lix), highest }
    })
}

const fn in_words(lix: u32) -> &'static str {
    match lix {
        ..30 => "mycket lätt",
        30..40 => "lätt",
        40..50 => "medelsvår",
        50..=60 => "svår",
        _ => "mycket svår",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(body: &str) -> Option<Readability> {
        readability(&PostContent { body: body.into(), ..PostContent::default() }, false)
    }

    #[test]
    fn the_index_is_words_a_sentence_and_long_words_of_a_hundred() {
        // Ten words a sentence, two of them long.
        let text = "Vi går en lång väg hem genom staden tillsammans allihop. ".repeat(5);
        assert_eq!(measured(&text), Some(Readability { lix: 30, words: "lätt", highest: HIGHEST }));
        let content = PostContent { body: text, ..PostContent::default() };
        assert_eq!(
            readability(&content, true).map(|measured| measured.is_hard()),
            Some(true),
            "for lättläst"
        );
        let text = "Vi går en lång väg hem genom staden tillsammans allihop. ".repeat(5);
        let text =
            format!("## Tillgänglighetsredogörelsen\n\n{text}\n\n| Arbetsmarknadspolitik |\n|---|\n| A |");
        assert_eq!(
            measured(&text).map(|readability| readability.lix),
            Some(30),
            "headings and tables are none"
        );
    }

    #[test]
    fn a_short_text_has_none() {
        assert_eq!(measured(&"ord ".repeat(49)), None);
        assert_eq!(measured(&"Ord. ".repeat(50)).map(|readability| readability.words), Some("mycket lätt"));
        assert_eq!(measured(""), None);
    }

    #[test]
    fn a_hard_text_is_told_from_an_easy_one() {
        let text =
            "Myndighetsgemensam verksamhetsutveckling förutsätter samordning och uppföljning. ".repeat(12);
        assert!(
            measured(&text).is_some_and(|measured| measured.is_hard() && measured.words == "mycket svår")
        );
        assert!(measured(&"Vi går hem nu. ".repeat(20)).is_some_and(|measured| !measured.is_hard()));
    }

    #[test]
    fn every_figure_has_its_meaning() {
        let meanings = [29, 30, 39, 40, 49, 50, 60, 61].map(in_words);
        assert_eq!(
            meanings,
            ["mycket lätt", "lätt", "lätt", "medelsvår", "medelsvår", "svår", "svår", "mycket svår"]
        );
    }
}
