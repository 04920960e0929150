//! Which text holds which word.

use std::collections::{BTreeMap, BTreeSet};

use app::blog::PublicText;
use app::posts::PostKind;
use app::time;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;

/// Words of more letters are no words.
const MAX_LETTERS: usize = 60;

/// The index, in memory while the site is written: a few numbers for each word of each text.
#[derive(Debug, Default)]
pub(in crate::freeze) struct SearchIndex {
    texts: Vec<Entry>,
    /// The numbers of the texts that hold a word, in their order.
    words: BTreeMap<String, Vec<u32>>,
}

/// What the search says of a text.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Entry {
    /// The link from the search page.
    pub(super) link: String,
    pub(super) title: String,
    pub(super) kind: &'static str,
    /// The day as people write it, and for machines; empty for a plain page.
    pub(super) date: String,
    pub(super) day: String,
    /// Empty for a sensitive text.
    pub(super) teaser: String,
    pub(super) sensitive: bool,
    pub(super) lang: &'static str,
}

impl SearchIndex {
    /// Adds a text with the words of its page.
    pub(in crate::freeze) fn add(&mut self, text: &PublicText, link: String, words: &str) {
        let Ok(number) = u32::try_from(self.texts.len()) else { return };
        let date = time::at_home(time::from_millis(text.public_from)).date();
        let is_page = matches!(text.kind, PostKind::Page | PostKind::Rendition);
        self.texts.push(Entry {
            link,
            title: text.title.clone(),
            kind: match text.kind {
                PostKind::Article => "Artikel",
                PostKind::Guldkorn => "Lucka",
                PostKind::Voice => "Röst",
                PostKind::Page => "Sida",
                PostKind::Rendition if text.easy_read => "Lättläst",
                PostKind::Rendition => text.language.in_words(),
            },
            date: if is_page { String::new() } else { time::date_with_year(date) },
            day: if is_page { String::new() } else { date.to_string() },
            teaser: text.teaser.clone(),
            sensitive: text.sensitive,
            lang: text.language.lang().unwrap_or("sv"),
        });
        let all = split(&text.title).chain(split(words)).collect::<BTreeSet<_>>();
        for word in all {
            self.words.entry(word).or_default().push(number);
        }
    }

    /// Returns how many texts there are.
    pub(in crate::freeze) fn len(&self) -> usize {
        self.texts.len()
    }

    /// Returns the texts, newest first.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Entry> {
        let mut texts: Vec<&Entry> = self.texts.iter().collect();
        texts.sort_by(|one, other| other.day.cmp(&one.day));
        texts.into_iter()
    }

    /// Returns the scripts of the index, by their names within the folder of the search.
    pub(in crate::freeze) fn scripts(&self) -> impl Iterator<Item = (String, String)> {
        let texts = serde_json::to_string(&self.texts).unwrap_or_default();
        let texts = ("texter.js".to_owned(), format!("guldkornSok.texter({texts});\n"));
        let mut parts: BTreeMap<char, BTreeMap<&str, Vec<u32>>> = BTreeMap::new();
        for (word, numbers) in &self.words {
            let Some(first) = word.chars().next() else { continue };
            parts.entry(first).or_default().insert(word, differences(numbers));
        }
        std::iter::once(texts).chain(parts.into_iter().map(|(first, words)| {
            let (name, words) = (part(first), serde_json::to_string(&words).unwrap_or_default());
            (format!("ord/{name}.js"), format!("guldkornSok.ord(\"{name}\", {words});\n"))
        }))
    }

    /// Returns the names of the parts that there are, so that none is asked for in vain.
    pub(super) fn parts(&self) -> Vec<String> {
        let firsts: BTreeSet<char> = self.words.keys().filter_map(|word| word.chars().next()).collect();
        firsts.into_iter().map(part).collect()
    }
}

/// Returns the name of the part with the words that begin with a letter: its number, as no file system mistakes it.
fn part(first: char) -> String {
    format!("{:x}", u32::from(first))
}

/// Returns each number as its difference to the one before: shorter to write.
fn differences(numbers: &[u32]) -> Vec<u32> {
    let before = std::iter::once(0).chain(numbers.iter().copied());
    numbers.iter().zip(before).map(|(number, before)| number - before).collect()
}

/// Splits a text into words of letters and digits, in lower case.
fn split(text: &str) -> impl Iterator<Item = String> + use<'_> {
    let words =
        text.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c));
    let words = words.filter(|word| !word.is_empty() && word.chars().count() <= MAX_LETTERS);
    words.map(|word| word.nfc().flat_map(char::to_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_as_the_site_splits_them() {
        let words: Vec<_> = split("Återhämtning, a\u{30a}r – case-manager (2026)").collect();
        assert_eq!(words, ["återhämtning", "år", "case", "manager", "2026"]);
    }

    #[test]
    fn numbers_are_written_as_differences() {
        assert_eq!(differences(&[0, 3, 4, 10]), [0, 3, 1, 6]);
    }
}
