//! The posts of the sitemap. Sensitive posts are not among them: they are found from within the site.

use crate::db::publicity::public_at;
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use super::rows::changed_at;
use crate::posts::PostKind;

/// The number of addresses that one sitemap can hold, less some for lists.
const MAX_POSTS: u32 = 45_000;

/// A public post in the sitemap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapPost {
    /// Kind of the post.
    pub kind: PostKind,
    /// Slug of the post.
    pub slug: String,
    /// When readers last saw the post change.
    pub changed_at: UnixMillis,
    /// The open door on which it hangs: the edition's slug and the day.
    pub door: Option<(String, u16)>,
}

#[derive(sqlx::FromRow)]
struct SitemapRow {
    kind: String,
    slug: String,
    public_from: UnixMillis,
    created_at: UnixMillis,
    updated_at: UnixMillis,
    edition: Option<String>,
    day: Option<u16>,
}

/// Reads the public posts, voices and pages, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn sitemap_posts(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<SitemapPost>, sqlx::Error> {
    let rows: Vec<SitemapRow> = sqlx::query_as(concat!(
        "select p.kind, p.slug, p.public_from, p.created_at, p.updated_at, e.slug as edition, d.day
         from posts p left join doors d on d.post_id = p.id left join editions e on e.id = d.edition_id
         where ",
        public_at!("p", "$1"),
        " and p.sensitive = 0 order by p.public_from desc, p.id desc limit $2"
    ))
    .bind(now)
    .bind(MAX_POSTS)
    .fetch_all(reader)
    .await?;
    let post = |row: SitemapRow| {
        Some(SitemapPost {
            changed_at: changed_at(row.public_from, row.created_at, row.updated_at, now),
            door: row.edition.zip(row.day),
            kind: PostKind::parse(&row.kind)?,
            slug: row.slug,
        })
    };
    Ok(rows.into_iter().filter_map(post).collect())
}
