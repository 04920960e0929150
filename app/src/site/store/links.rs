//! What readers can open, for the links of menu and footer.

use sqlx::sqlite::SqlitePool;

use crate::db::publicity::public_at;
use crate::posts::PostKind;
use crate::time::UnixMillis;

/// Reads kind, slug and title of what readers can open: plain pages first, then the newest.
pub(in crate::site) async fn newest_posts(
    reader: &SqlitePool,
    now: UnixMillis,
    most: i64,
) -> Result<Vec<(PostKind, String, String)>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select kind, slug, title from posts where original_id is null and ",
        public_at!("$1"),
        "
         order by kind <> 'page', public_from desc, id desc limit $2"
    ))
    .bind(now)
    .bind(most)
    .fetch_all(reader)
    .await
}

/// Whether readers can open a post of some kinds at a slug, of today or before.
pub(in crate::site) async fn is_post(
    reader: &SqlitePool,
    slug: &str,
    kinds: &[PostKind],
    now: UnixMillis,
) -> Result<bool, sqlx::Error> {
    let kind: Option<PostKind> = sqlx::query_scalar(concat!(
        "select kind from posts
         where ",
        public_at!("$2"),
        " and (slug = $1 or id = (select post_id from post_redirects where slug = $1))"
    ))
    .bind(slug)
    .bind(now)
    .fetch_optional(reader)
    .await?;
    Ok(kind.is_some_and(|kind| kinds.contains(&kind)))
}

/// Whether readers can open an edition.
pub(in crate::site) async fn is_edition(reader: &SqlitePool, slug: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from editions where slug = $1 and state = 'published')")
        .bind(slug)
        .fetch_one(reader)
        .await
}

/// Whether a tag has a post that readers can open.
pub(in crate::site) async fn is_tag(
    reader: &SqlitePool,
    slug: &str,
    now: UnixMillis,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select exists (
             select 1 from tags t join post_tags pt on pt.tag_id = t.id join posts p on p.id = pt.post_id
             where t.slug = $1 and ",
        public_at!("p", "$2"),
        "
         )"
    ))
    .bind(slug)
    .bind(now)
    .fetch_one(reader)
    .await
}
