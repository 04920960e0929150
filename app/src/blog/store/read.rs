//! A public post and its neighbours. Every query asks `public_at!`.

use crate::db::publicity::{public_at, scope_columns};
use crate::ids::{PostId, TagId};
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use super::rows::{PostRow, teaser_columns, teaser_tables};
use crate::blog::types::PostLink;
use crate::posts::PostKind;

/// Finds the public post with a slug, if it is of one of the kinds.
///
/// # Errors
/// `RowNotFound` when the public may see no such post.
pub(crate) async fn find_public(
    reader: &SqlitePool,
    kinds: &[PostKind],
    slug: &str,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let (id, kind): (PostId, String) =
        sqlx::query_as(concat!("select id, kind from posts where slug = $1 and ", public_at!("$2")))
            .bind(slug)
            .bind(now)
            .fetch_one(reader)
            .await?;
    if kinds.iter().any(|wanted| wanted.as_str() == kind) { Ok(id) } else { Err(sqlx::Error::RowNotFound) }
}

/// Reads a public post.
///
/// # Errors
/// `RowNotFound` when the public may see no such post.
pub(crate) async fn public_post(
    reader: &SqlitePool,
    id: PostId,
    now: UnixMillis,
) -> Result<PostRow, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        teaser_columns!(),
        ", p.source, p.author, p.body_markdown, p.body_html, p.created_at, p.updated_at, ",
        scope_columns!(),
        " from ",
        teaser_tables!(),
        " where p.id = $1 and ",
        public_at!("p", "$2")
    ))
    .bind(id)
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Reads the links to the next older and the next newer post of the blog.
pub(crate) async fn neighbours(
    reader: &SqlitePool,
    post: &PostRow,
    now: UnixMillis,
) -> Result<[Option<PostLink>; 2], sqlx::Error> {
    let older = sqlx::query_as(concat!(
        "select slug, title, language from posts
         where kind in ('article', 'guldkorn') and (public_from, id) < ($1, $2) and ",
        public_at!("$3"),
        "
         order by public_from desc, id desc limit 1"
    ));
    let newer = sqlx::query_as(concat!(
        "select slug, title, language from posts
         where kind in ('article', 'guldkorn') and (public_from, id) > ($1, $2) and ",
        public_at!("$3"),
        "
         order by public_from, id limit 1"
    ));
    let (at, id) = (post.head.public_from, post.head.id);
    let older = older.bind(at).bind(id).bind(now).fetch_optional(reader).await?;
    Ok([older, newer.bind(at).bind(id).bind(now).fetch_optional(reader).await?])
}

/// Reads the tags of the blog's posts, newest posts first.
pub(crate) async fn tagged(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Vec<(PostId, TagId)>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.id, t.tag_id from posts p join post_tags t on t.post_id = p.id
         where p.kind in ('article', 'guldkorn') and ",
        public_at!("p", "$1"),
        "
         order by p.public_from desc, p.id desc"
    ))
    .bind(now)
    .fetch_all(reader)
    .await
}

/// Returns when the next post becomes public.
pub(crate) async fn next_publication(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar("select min(public_from) from posts where public_from > $1")
        .bind(now)
        .fetch_one(reader)
        .await
}
