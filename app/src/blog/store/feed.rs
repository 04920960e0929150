//! The ids of the posts in feeds. Every query asks `public_at!`, and whether the consent to a story is for more than the site:
//! what a feed has carried is shown by others, and stays there.

use crate::db::publicity::{in_scope, public_at};
use crate::ids::{EditionId, PostId, TagId};
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

/// Reads the ids of the blog's newest posts.
pub(crate) async fn newest_in_blog(
    reader: &SqlitePool,
    now: UnixMillis,
    limit: u32,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select p.id from posts p where p.kind in ('article', 'guldkorn') and ",
        public_at!("p", "$1"),
        " and ",
        in_scope!("in_social_media"),
        " order by p.public_from desc, p.id desc limit $2"
    ))
    .bind(now)
    .bind(limit)
    .fetch_all(reader)
    .await
}

/// Reads the ids of the blog's newest posts with a tag.
pub(crate) async fn newest_with_tag(
    reader: &SqlitePool,
    tag: TagId,
    now: UnixMillis,
    limit: u32,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select p.id from post_tags pt join posts p on p.id = pt.post_id
         where pt.tag_id = $1 and p.kind in ('article', 'guldkorn') and ",
        public_at!("p", "$2"),
        " and ",
        in_scope!("in_social_media"),
        "
         order by p.public_from desc, p.id desc limit $3"
    ))
    .bind(tag)
    .bind(now)
    .bind(limit)
    .fetch_all(reader)
    .await
}

/// Reads the ids of the posts on the open doors of an edition, newest first.
pub(crate) async fn newest_in_edition(
    reader: &SqlitePool,
    edition: EditionId,
    now: UnixMillis,
    limit: u32,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select p.id from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and ",
        public_at!("p", "$2"),
        " and ",
        in_scope!("in_social_media"),
        " order by p.public_from desc, p.id desc limit $3"
    ))
    .bind(edition)
    .bind(now)
    .bind(limit)
    .fetch_all(reader)
    .await
}
