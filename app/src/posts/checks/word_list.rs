//! A list of words, prepared for finding them in a text in all their forms.
//!
//! A word stands for all its forms: "individ" for "individerna", "komma i arbete" for "kommer i arbete". With a star it
//! stands for whatever has letters in its place: "våld*" for "våldsutsatt".

use std::collections::HashMap;

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

/// Words or short phrases, prepared for search.
pub(super) struct WordList {
    entries: Vec<Vec<Pattern>>,
    /// Which entries may begin with a letter.
    by_letter: HashMap<char, Vec<usize>>,
    /// Entries that may begin with any letter.
    anywhere: Vec<usize>,
}

/// An entry that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'t> {
    /// The entry's place in the list.
    pub(super) entry: usize,
    /// The words of the text.
    pub(super) passage: &'t str,
    /// Where they begin, in bytes.
    pub(super) start: usize,
}

impl WordList {
    /// Prepares entries. One without a letter or digit is never found.
    pub(super) fn new<'a>(entries: impl IntoIterator<Item = &'a str>) -> Self {
        let mut list = Self { entries: Vec::new(), by_letter: HashMap::new(), anywhere: Vec::new() };
        for (number, entry) in entries.into_iter().enumerate() {
            let words: Vec<Pattern> = patterns(entry).collect();
            match words.first() {
                Some(Pattern::Forms { word, .. } | Pattern::Begins(word)) => {
                    if let Some(first) = word.chars().next() {
                        list.by_letter.entry(first).or_default().push(number);
                    }
                }
                Some(Pattern::Ends(_) | Pattern::Holds(_)) => list.anywhere.push(number),
                None => {}
            }
            list.entries.push(words);
        }
        list
    }

    /// Finds all entries in a text, in the order of the text.
    pub(super) fn search<'t>(&self, text: &'t str) -> Vec<Found<'t>> {
        let mut all = Vec::new();
        if self.by_letter.is_empty() && self.anywhere.is_empty() {
            return all;
        }
        let tokens: Vec<Token> = tokens(text).collect();
        for (place, token) in tokens.iter().enumerate() {
            let first = token.lower.chars().next();
            let by_letter = first.and_then(|first| self.by_letter.get(&first));
            for entry in by_letter.into_iter().flatten().chain(&self.anywhere) {
                let Some(words) = self.entries.get(*entry) else { continue };
                let Some(found) = tokens.get(place..place + words.len()) else { continue };
                let fits = words.iter().zip(found).all(|(pattern, token)| pattern.fits(&token.lower))
                    && found.windows(2).all(|pair| stand_together(text, pair));
                if fits && let Some(last) = found.last() {
                    let passage = &text[token.start..last.end];
                    all.push(Found { entry: *entry, passage, start: token.start });
                }
            }
        }
        all
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
        Some(Token { lower: lower(word), start, end: start + word.len() })
    })
}

fn lower(word: &str) -> String {
    word.chars().filter(|c| *c != '\u{ad}').flat_map(char::to_lowercase).collect()
}

fn stand_together(text: &str, pair: &[Token]) -> bool {
    let [one, other] = pair else { return false };
    text[one.end..other.start].chars().all(char::is_whitespace)
}

/// One word of an entry.
enum Pattern {
    /// All forms of a word, as far as its end tells them.
    Forms { word: String, is_short: bool },
    /// "våld*"
    Begins(String),
    /// "*våld", with the endings of its forms.
    Ends(String),
    /// "*våld*"
    Holds(String),
}

/// Reads the words of an entry as [`tokens`] reads those of a text.
fn patterns(entry: &str) -> impl Iterator<Item = Pattern> {
    entry
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\u{ad}' | '*')))
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(|word| {
            let bare = lower(word.trim_start_matches('*').trim_end_matches('*')).trim_matches('-').to_owned();
            match (word.starts_with('*'), word.ends_with('*')) {
                (true, true) => Pattern::Holds(bare),
                (true, false) => Pattern::Ends(bare),
                (false, true) => Pattern::Begins(bare),
                (false, false) => Pattern::Forms { is_short: bare.chars().count() < SHORTEST, word: bare },
            }
        })
}

impl Pattern {
    fn fits(&self, token: &str) -> bool {
        match self {
            Self::Forms { word, is_short } => is_form(word, *is_short, token),
            Self::Begins(word) => token.starts_with(word.as_str()),
            Self::Ends(word) => {
                let ends = |ending: &&str| {
                    token.strip_suffix(ending).is_some_and(|stem| stem.ends_with(word.as_str()))
                };
                token.contains(word.as_str()) && ENDINGS.iter().any(ends)
            }
            Self::Holds(word) => token.contains(word.as_str()),
        }
    }
}

fn is_form(word: &str, is_short: bool, token: &str) -> bool {
    if let Some(ending) = token.strip_prefix(word) {
        let endings: &[&str] = if is_short { &SHORT_ENDINGS } else { &ENDINGS };
        let is_verb = !is_short && word.ends_with('a');
        return endings.contains(&ending) || (is_verb && AFTER_A.contains(&ending));
    }
    let has = |last: char, endings: &[&str]| {
        let stem = word.strip_suffix(last);
        stem.and_then(|stem| token.strip_prefix(stem)).is_some_and(|ending| endings.contains(&ending))
    };
    !is_short && (has('a', &INSTEAD_OF_A) || has('e', &INSTEAD_OF_E))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(entry: &str, text: &str) -> Vec<String> {
        WordList::new([entry]).search(text).into_iter().map(|found| found.passage.to_owned()).collect()
    }

    #[test]
    fn a_star_stands_for_any_letters() {
        for (entry, text) in [
            ("våld*", "våld våldet våldsutsatta"),
            ("*våld", "partnervåld partnervåldet våldets"),
            ("*heder*", "hedern hedersförtryck ohederlig"),
            ("könsstymp* ", "könsstympning KÖNSSTYMPAD könsstympas"),
        ] {
            assert_eq!(found(entry, text), text.split(' ').collect::<Vec<_>>(), "{entry}");
        }
        assert!(found("våld*", "tvåldoft och vål").is_empty());
        assert!(found("*våld", "våldsam").is_empty());
        assert!(found("*", "allt").is_empty());
    }

    #[test]
    fn numbers_are_words() {
        assert_eq!(found("114 14", "Ring 114 14."), ["114 14"]);
        assert_eq!(found("020-50 50 50", "Ring 020-50 50 50!"), ["020-50 50 50"]);
        assert!(found("112", "1120 eller 0112").is_empty());
    }
}
