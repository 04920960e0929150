//! The posts of the sitemap. Sensitive posts are not among them: they are found from within the site.

use std::collections::HashMap;

use crate::db::publicity::public_at;
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use super::rows::changed_at;
use crate::posts::store::address_slug;
use crate::posts::{Language, PostId, PostKind};

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
    /// The same text in its languages, this one among them: tag and path. Empty for a text in one language.
    pub alternates: Vec<(&'static str, String)>,
}

#[derive(sqlx::FromRow)]
struct SitemapRow {
    family: PostId,
    easy_read: bool,
    language: Language,
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
        "select coalesce(p.original_id, p.id) as family, p.easy_read, p.language, p.kind, ",
        address_slug!("p"),
        " as slug, p.public_from, p.created_at, p.updated_at, e.slug as edition, d.day
         from posts p left join doors d on d.post_id = p.id left join editions e on e.id = d.edition_id
         where ",
        public_at!("p", "$1"),
        " and p.sensitive = 0 order by p.public_from desc, p.id desc limit $2"
    ))
    .bind(now)
    .bind(MAX_POSTS)
    .fetch_all(reader)
    .await?;
    let mut languages: HashMap<PostId, Vec<(&'static str, String)>> = HashMap::new();
    for row in rows.iter().filter(|row| !row.easy_read) {
        if let Some(kind) = PostKind::parse(&row.kind) {
            languages.entry(row.family).or_default().push((row.language.as_str(), kind.path(&row.slug)));
        }
    }
    languages.retain(|_, texts| texts.len() > 1);
    let post = |row: SitemapRow| {
        let alternates = languages.get(&row.family).filter(|_| !row.easy_read);
        Some(SitemapPost {
            alternates: alternates.cloned().unwrap_or_default(),
            changed_at: changed_at(row.public_from, row.created_at, row.updated_at, now),
            door: row.edition.zip(row.day),
            kind: PostKind::parse(&row.kind)?,
            slug: row.slug,
        })
    };
    Ok(rows.into_iter().filter_map(post).collect())
}
