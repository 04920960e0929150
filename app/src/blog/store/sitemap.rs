//! What search engines may know of. Sensitive texts are not among it: they are found by those who look for them
//! here.

use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use super::rows::changed_at;
use crate::posts::PostKind;

/// As many addresses as one sitemap can hold, less some for lists.
const MOST: u32 = 45_000;

/// A public post among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPost {
    /// What it is.
    pub kind: PostKind,
    /// The last part of its address.
    pub slug: String,
    /// When it last changed before the eyes of its readers, in milliseconds UTC.
    pub changed_at: UnixMillis,
    /// The open door it hangs on: the edition's address and the day.
    pub door: Option<(String, u16)>,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    kind: String,
    slug: String,
    public_from: UnixMillis,
    created_at: UnixMillis,
    updated_at: UnixMillis,
    edition: Option<String>,
    day: Option<u16>,
}

/// The public posts, voices and pages, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn listed_posts(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<ListedPost>, sqlx::Error> {
    let rows: Vec<ListedRow> = sqlx::query_as(
        "select p.kind, p.slug, p.public_from, p.created_at, p.updated_at, e.slug as edition, d.day
         from posts p left join doors d on d.post_id = p.id left join editions e on e.id = d.edition_id
         where p.public_from <= $1 and p.sensitive = 0 order by p.public_from desc, p.id desc limit $2",
    )
    .bind(now)
    .bind(MOST)
    .fetch_all(reader)
    .await?;
    let post = |row: ListedRow| {
        Some(ListedPost {
            changed_at: changed_at(row.public_from, row.created_at, row.updated_at, now),
            door: row.edition.zip(row.day),
            kind: PostKind::parse(&row.kind)?,
            slug: row.slug,
        })
    };
    Ok(rows.into_iter().filter_map(post).collect())
}
