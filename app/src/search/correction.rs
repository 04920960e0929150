//! Help for those who misspell: the words of public titles that are one letter away, dots and accents aside.

use crate::time::UnixMillis;
use std::cmp::Reverse;

use sqlx::sqlite::SqlitePool;

use super::letters;
use super::query::{Query, Term};
use super::store::{NearWord, is_known, near_words};

/// Which words may be exchanged for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Those that nothing public holds.
    Unknown,
    /// Any.
    Any,
}

/// The query with words of titles in place of misspelt ones; `None` when there is nothing to exchange. What stands
/// in quotation marks is meant as it stands.
pub(super) async fn corrected(
    reader: &SqlitePool,
    query: &Query,
    doubt: Doubt,
    now: UnixMillis,
) -> Result<Option<Query>, sqlx::Error> {
    let mut terms = Vec::with_capacity(query.terms.len());
    for (number, term) in query.terms.iter().enumerate() {
        let may_go_on = number + 1 == query.terms.len();
        let is_doubtful = !term.is_phrase
            && letters::can_be_misspelt(&term.words)
            && (doubt == Doubt::Any || !is_known(reader, query, term, now).await?);
        let better = if is_doubtful {
            nearest(&term.words, near_words(reader, &term.words, now).await?, may_go_on)
        } else {
            None
        };
        terms.push(better.map_or_else(|| term.clone(), |words| Term { words, is_phrase: false }));
    }
    Ok((terms != query.terms).then(|| query.with_terms(terms)))
}

/// The word nearest to the one typed, if it is near enough; among equals the one of most titles. One that may go on
/// can also be a word's beginning that lacks its dots.
fn nearest(typed: &str, words: Vec<NearWord>, may_go_on: bool) -> Option<String> {
    let length = typed.chars().count();
    let near = words.into_iter().filter_map(|NearWord { word, titles }| {
        let begins: String = word.chars().take(length).collect();
        let is_beginning = may_go_on && letters::distance(typed, &begins).0 == 0;
        let meant = if is_beginning { begins } else { word };
        let (folded, whole) = letters::distance(typed, &meant);
        (folded <= 1 && whole > 0).then_some((folded, whole, Reverse(titles), meant))
    });
    near.min().map(|(.., word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest_of(typed: &str, words: &[(&str, u32)]) -> Option<String> {
        let near = |(word, titles): &(&str, u32)| NearWord { word: (*word).to_owned(), titles: *titles };
        nearest(typed, words.iter().map(near).collect(), true)
    }

    #[test]
    fn dots_come_before_letters_and_frequent_words_before_rare_ones() {
        assert_eq!(nearest_of("sma", &[("små", 1), ("smal", 9)]).as_deref(), Some("små"));
        assert_eq!(nearest_of("hest", &[("häst", 1), ("fest", 2)]).as_deref(), Some("fest"));
        assert_eq!(nearest_of("tillgang", &[("tillgänglighet", 1)]).as_deref(), Some("tillgäng"));
        assert_eq!(
            nearest_of("tilgang", &[("tillgänglighet", 1)]),
            None,
            "a beginning is short for guessing"
        );
        assert_eq!(nearest_of("guldkorn", &[("guldkorn", 1), ("stenar", 1)]), None);
    }
}
