//! The hits of a query. Every statement checks by itself that a hit is public.

use crate::db::publicity::public_at;
use crate::ids::PostId;
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use crate::posts::store::address_slug;
use crate::posts::{Language, PostKind};
use crate::search::highlighted::{Highlighted, MARKS};
use crate::search::types::Hit;
use crate::search_index::Query;
use crate::time;

/// A row of hits, with [`MARKS`] around the words that were found.
#[derive(sqlx::FromRow)]
struct HitRow {
    kind: PostKind,
    easy_read: bool,
    slug: String,
    language: Language,
    teaser: String,
    sensitive: bool,
    public_from: UnixMillis,
    title: String,
    quote: String,
    tags: String,
    body: String,
}

/// Counts the public posts that a query finds.
pub(in crate::search) async fn count(
    reader: &SqlitePool,
    query: &Query,
    now: UnixMillis,
) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select count(*) from search_index
         join posts p indexed by posts_publicity on p.id = search_index.rowid
         where search_index match $1 and ",
        public_at!("p", "$2")
    ))
    .bind(query.match_all())
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Returns the public posts that a query finds, best first, from the `skip`th on. Those whose title holds all terms come
/// first, then those whose title, quotation and tags do, then those with some term in the title; among equals the
/// newest. The rank of a hit depends on nothing but public posts.
pub(in crate::search) async fn hits(
    reader: &SqlitePool,
    query: &Query,
    now: UnixMillis,
    limit: u32,
    skip: u32,
) -> Result<Vec<Hit>, sqlx::Error> {
    let best: Vec<PostId> = sqlx::query_scalar(concat!(
        "select p.id from search_index
         join posts p indexed by posts_publicity on p.id = search_index.rowid
         where search_index match $1 and ",
        public_at!("p", "$5"),
        "
         order by case
                 when p.id in (select rowid from search_index where search_index match $2) then 0
                 when p.id in (select rowid from search_index where search_index match $3) then 1
                 when p.id in (select rowid from search_index where search_index match $4) then 2
                 else 3
             end, p.public_from desc, p.id desc
         limit $6 offset $7"
    ))
    .bind(query.match_all())
    .bind(query.match_all_in("title"))
    .bind(query.match_all_in("title quote tags"))
    .bind(query.match_any_in("title"))
    .bind(now)
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await?;
    let mut hits = Vec::with_capacity(best.len());
    for post in best {
        // `None` if the post was withdrawn between the two statements.
        hits.extend(hit(reader, query, post, now).await?.map(HitRow::hit));
    }
    Ok(hits)
}

async fn hit(
    reader: &SqlitePool,
    query: &Query,
    post: PostId,
    now: UnixMillis,
) -> Result<Option<HitRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.kind, p.easy_read, ",
        address_slug!("p"),
        " as slug, p.language, p.teaser, p.sensitive, p.public_from,
             highlight(search_index, 0, char(2), char(3)) as title,
             snippet(search_index, 1, char(2), char(3), '…', 40) as quote,
             highlight(search_index, 2, char(2), char(3)) as tags,
             snippet(search_index, 3, char(2), char(3), '…', 28) as body
         from search_index join posts p on p.id = search_index.rowid
         where search_index match $1 and search_index.rowid = $2 and ",
        public_at!("p", "$3")
    ))
    .bind(query.match_all())
    .bind(post)
    .bind(now)
    .fetch_optional(reader)
    .await
}

impl HitRow {
    fn hit(self) -> Hit {
        let day = time::at_home(time::from_millis(self.public_from)).date();
        let (extract, tags) = if self.sensitive { (None, None) } else { (self.extract(), self.tags()) };
        Hit {
            kind: self.kind,
            easy_read: self.easy_read,
            language: self.language,
            extract,
            tags,
            title: Highlighted::parse(&self.title),
            date: (time::date_with_year(day), day.to_string()),
            slug: self.slug,
        }
    }

    /// Returns the text around the words that were found; the teaser, when they are in the title alone.
    fn extract(&self) -> Option<Highlighted> {
        let (quote, body) = (Highlighted::parse(&self.quote), Highlighted::parse(&in_one_line(&self.body)));
        let shown = if quote.has_highlights() {
            quote
        } else if body.has_highlights() {
            body
        } else {
            [Highlighted::plain(&self.teaser), quote, body].into_iter().find(|text| !text.is_empty())?
        };
        Some(shown)
    }

    fn tags(&self) -> Option<Highlighted> {
        Some(Highlighted::parse(&self.tags)).filter(Highlighted::has_highlights)
    }
}

/// Joins paragraphs into one line. A heading, which ends without punctuation, is set off by a dot.
fn in_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
        match line.trim_end_matches(MARKS).chars().next_back() {
            None => {}
            Some(last) if last.is_alphanumeric() => line.push_str(" · "),
            Some(_) => line.push(' '),
        }
        line.push_str(part);
    }
    line
}
