//! Words of public titles that are similar to a misspelt one.

use crate::db::publicity::public_at;
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use crate::search_index::{self, Query, Term};

/// A word of public titles.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::search) struct SimilarWord {
    /// The word in lower case.
    pub(in crate::search) word: String,
    /// How many public titles hold the word.
    pub(in crate::search) titles: u32,
}

/// Returns whether a term finds any public post by itself.
pub(in crate::search) async fn finds_anything(
    reader: &SqlitePool,
    query: &Query,
    term: &Term,
    now: UnixMillis,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select exists (
             select 1 from search_index join posts p indexed by posts_publicity on p.id = search_index.rowid
             where search_index match $1 and ",
        public_at!("p", "$2"),
        ")"
    ))
    .bind(query.with_terms(vec![term.clone()]).match_all())
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Finds words of public titles that, dots and accents aside, begin with the word given, or that are about as long and
/// share one half with it.
pub(in crate::search) async fn similar_words(
    reader: &SqlitePool,
    word: &str,
    now: UnixMillis,
) -> Result<Vec<SimilarWord>, sqlx::Error> {
    let folded = search_index::fold(word);
    let length = i64::try_from(folded.chars().count()).unwrap_or(i64::MAX);
    let (begins, ends) = search_index::halves(&folded);
    sqlx::query_as(
        concat!("select w.word, count(*) as titles from title_words w
         join posts p indexed by posts_publicity on p.id = w.post_id
         where ", public_at!("p", "$1"), " and (
             w.folded >= $2 and w.folded < $2 || char(1114111)
             or w.folded >= $3 and w.folded < $3 || char(1114111) and length(w.folded) between $5 - 1 and $5 + 1
             or w.backwards >= $4 and w.backwards < $4 || char(1114111) and length(w.folded) between $5 - 1 and $5 + 1)
         group by w.word"),
    )
    .bind(now)
    .bind(folded)
    .bind(begins)
    .bind(ends)
    .bind(length)
    .fetch_all(reader)
    .await
}
