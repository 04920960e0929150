//! Correction of spelling: by words of public titles that are one edit away, dots and accents aside.

use crate::time::UnixMillis;
use std::cmp::Reverse;

use sqlx::sqlite::SqlitePool;

use super::store::{SimilarWord, finds_anything, similar_words};
use crate::search_index::{Query, Term, can_be_misspelt, distance};

/// The words of a query that may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Replace {
    /// Those that no public post holds.
    Unknown,
    /// Any word.
    Any,
}

/// Returns the query with misspelt words replaced by words of titles; `None` when there is nothing to replace. Phrases
/// are never replaced.
pub(super) async fn correct_spelling(
    reader: &SqlitePool,
    query: &Query,
    replace: Replace,
    now: UnixMillis,
) -> Result<Option<Query>, sqlx::Error> {
    let mut terms = Vec::with_capacity(query.terms.len());
    for (number, term) in query.terms.iter().enumerate() {
        let may_be_prefix = number + 1 == query.terms.len();
        let may_be_replaced = !term.is_phrase
            && can_be_misspelt(&term.words)
            && (replace == Replace::Any || !finds_anything(reader, query, term, now).await?);
        let better = if may_be_replaced {
            nearest(&term.words, similar_words(reader, &term.words, now).await?, may_be_prefix)
        } else {
            None
        };
        terms.push(better.map_or_else(|| term.clone(), |words| Term { words, is_phrase: false }));
    }
    Ok((terms != query.terms).then(|| query.with_terms(terms)))
}

/// Returns the word nearest to the one typed, if it is near enough; among equals the one in most titles. A word that may
/// be a prefix can also be the beginning of a longer word, with its dots missing.
fn nearest(typed: &str, words: Vec<SimilarWord>, may_be_prefix: bool) -> Option<String> {
    let length = typed.chars().count();
    let near = words.into_iter().filter_map(|SimilarWord { word, titles }| {
        let prefix: String = word.chars().take(length).collect();
        let is_prefix = may_be_prefix && distance(typed, &prefix).0 == 0;
        let meant = if is_prefix { prefix } else { word };
        let (folded, whole) = distance(typed, &meant);
        (folded <= 1 && whole > 0).then_some((folded, whole, Reverse(titles), meant))
    });
    near.min().map(|(.., word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest_of(typed: &str, words: &[(&str, u32)]) -> Option<String> {
        let near = |(word, titles): &(&str, u32)| SimilarWord { word: (*word).to_owned(), titles: *titles };
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
