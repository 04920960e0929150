//! The SQL of the blog's aside. Every query asks `public_at!`.

use crate::db::publicity::public_at;
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use crate::blog::types::{PostLink, TagCount};
use crate::posts::tags::Tag;

/// Reads links to the blog's newest posts.
pub(crate) async fn newest_links(
    reader: &SqlitePool,
    now: UnixMillis,
    limit: u32,
) -> Result<Vec<PostLink>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select slug, title, language from posts where kind in ('article', 'guldkorn') and ",
        public_at!("$1"),
        "
         order by public_from desc, id desc limit $2"
    ))
    .bind(now)
    .bind(limit)
    .fetch_all(reader)
    .await
}

/// Reads when each of the blog's posts became public, newest first.
pub(crate) async fn publications(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Vec<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select public_from from posts where kind in ('article', 'guldkorn') and ",
        public_at!("$1"),
        "
         order by public_from desc"
    ))
    .bind(now)
    .fetch_all(reader)
    .await
}

/// Reads the tags of the blog's posts, in alphabetical order, each with the number of posts.
pub(crate) async fn tag_counts(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<TagCount>, sqlx::Error> {
    let rows: Vec<(String, String, u32)> = sqlx::query_as(concat!(
        "select t.slug, t.name, count(*) from post_tags pt
         join posts p on p.id = pt.post_id join tags t on t.id = pt.tag_id
         where p.kind in ('article', 'guldkorn') and ",
        public_at!("p", "$1"),
        "
         group by t.id order by t.name collate swedish"
    ))
    .bind(now)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().map(|(slug, name, posts)| TagCount { tag: Tag { slug, name }, posts }).collect())
}
