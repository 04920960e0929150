//! Lists of public posts. Every query asks `public_at!`: triggers store the rule of visibility in columns (see
//! `db/publicity.rs`).

use crate::db::publicity::public_at;
use crate::ids::{PostId, TagId};
use crate::time::UnixMillis;
use std::ops::Range;

use sqlx::sqlite::SqlitePool;

use super::rows::{TeaserRow, teaser_columns, teaser_tables, teasers};
use crate::blog::types::Teaser;
use crate::posts::tags::{Drawing, Tag};

/// A span of time that contains every post.
pub(crate) const ALWAYS: Range<UnixMillis> = UnixMillis::MIN..UnixMillis::MAX;

/// Reads the blog's posts that became public in a span of time, newest first, from the `skip`th on.
pub(crate) async fn posts_between(
    reader: &SqlitePool,
    span: &Range<UnixMillis>,
    now: UnixMillis,
    limit: u32,
    skip: u32,
) -> Result<Vec<Teaser>, sqlx::Error> {
    let rows: Vec<TeaserRow> = sqlx::query_as(concat!(
        "select ",
        teaser_columns!(),
        " from ",
        teaser_tables!(),
        " where p.id in (
              select id from posts
              where kind in ('article', 'guldkorn') and public_from >= $1 and public_from < $2 and ",
        public_at!("$3"),
        "
              order by public_from desc, id desc limit $4 offset $5)
          order by p.public_from desc, p.id desc"
    ))
    .bind(span.start)
    .bind(span.end)
    .bind(now)
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await?;
    teasers(reader, rows, now).await
}

/// Counts the blog's posts that became public in a span of time.
pub(crate) async fn count_between(
    reader: &SqlitePool,
    span: &Range<UnixMillis>,
    now: UnixMillis,
) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select count(*) from posts
         where kind in ('article', 'guldkorn') and public_from >= $1 and public_from < $2 and ",
        public_at!("$3")
    ))
    .bind(span.start)
    .bind(span.end)
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Reads the blog's posts with a tag, newest first, from the `skip`th on.
pub(crate) async fn posts_with_tag(
    reader: &SqlitePool,
    tag: TagId,
    now: UnixMillis,
    limit: u32,
    skip: u32,
) -> Result<Vec<Teaser>, sqlx::Error> {
    let rows: Vec<TeaserRow> = sqlx::query_as(concat!(
        "select ",
        teaser_columns!(),
        " from ",
        teaser_tables!(),
        " where p.id in (
              select q.id from post_tags pt cross join posts q
              where pt.tag_id = $1 and q.id = pt.post_id and q.kind in ('article', 'guldkorn') and ",
        public_at!("q", "$2"),
        "
              order by q.public_from desc, q.id desc limit $3 offset $4)
          order by p.public_from desc, p.id desc"
    ))
    .bind(tag)
    .bind(now)
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await?;
    teasers(reader, rows, now).await
}

/// Counts the blog's posts with a tag.
pub(crate) async fn count_with_tag(
    reader: &SqlitePool,
    tag: TagId,
    now: UnixMillis,
) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select count(*) from post_tags pt cross join posts p
         where pt.tag_id = $1 and p.id = pt.post_id and p.kind in ('article', 'guldkorn') and ",
        public_at!("p", "$2")
    ))
    .bind(tag)
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Reads those of some posts that are public, in the same order.
pub(crate) async fn posts_by_id(
    reader: &SqlitePool,
    ids: &[PostId],
    now: UnixMillis,
) -> Result<Vec<Teaser>, sqlx::Error> {
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let row: Option<TeaserRow> = sqlx::query_as(concat!(
            "select ",
            teaser_columns!(),
            " from ",
            teaser_tables!(),
            " where p.id = $1 and ",
            public_at!("p", "$2")
        ))
        .bind(id)
        .bind(now)
        .fetch_optional(reader)
        .await?;
        rows.extend(row);
    }
    teasers(reader, rows, now).await
}

/// A tag as its page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TagHead {
    pub(crate) id: TagId,
    pub(crate) tag: Tag,
    /// A sentence or two; may be empty.
    pub(crate) introduction: String,
    pub(crate) drawing: Drawing,
}

/// Finds a tag by its slug.
///
/// # Errors
/// `RowNotFound` when there is no such tag.
pub(crate) async fn find_tag(reader: &SqlitePool, slug: &str) -> Result<TagHead, sqlx::Error> {
    let (id, slug, name, introduction, drawing): (TagId, String, String, String, Option<String>) =
        sqlx::query_as("select id, slug, name, introduction, drawing from tags where slug = $1")
            .bind(slug)
            .fetch_one(reader)
            .await?;
    let drawing = Drawing::of_tag(drawing.as_deref(), &slug);
    Ok(TagHead { id, tag: Tag { slug, name }, introduction, drawing })
}
