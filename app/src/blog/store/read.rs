//! What the public may read. Every query asks for `public_from <= now`: the rule of visibility, whose answer the
//! database keeps (see `migrations/0003_calendar.sql`).

use sqlx::sqlite::SqlitePool;

use super::rows::{PostRow, TeaserRow};
use crate::blog::types::{PostKind, Teaser};

/// The blog's posts, newest first, from the `skip`th on.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest_posts(
    reader: &SqlitePool,
    now: i64,
    limit: u32,
    skip: u32,
) -> Result<Vec<Teaser>, sqlx::Error> {
    let rows: Vec<TeaserRow> = sqlx::query_as(
        "select p.id, p.slug, p.title, p.teaser, p.public_from, p.picture_id, p.picture_alt, p.picture_caption,
             i.width as picture_width, i.height as picture_height,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = p.picture_id and v.media_type = 'image/webp') as picture_widths
         from posts p left join pictures i on i.id = p.picture_id
         where p.kind in ('article', 'guldkorn') and p.public_from <= $1
         order by p.public_from desc, p.id desc limit $2 offset $3",
    )
    .bind(now)
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await?;
    let mut teasers = Vec::with_capacity(rows.len());
    for row in rows {
        teasers.push(row.teaser(reader).await?);
    }
    Ok(teasers)
}

/// How many posts the blog has.
///
/// # Errors
/// When the database cannot be read.
pub async fn count_posts(reader: &SqlitePool, now: i64) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(
        "select count(*) from posts where kind in ('article', 'guldkorn') and public_from <= $1",
    )
    .bind(now)
    .fetch_one(reader)
    .await
}

/// The number of the public post at an address.
///
/// # Errors
/// `RowNotFound` when there is none that the public may see.
pub async fn find_public(
    reader: &SqlitePool,
    kinds: &[PostKind],
    slug: &str,
    now: i64,
) -> Result<i64, sqlx::Error> {
    let (id, kind): (i64, String) =
        sqlx::query_as("select id, kind from posts where slug = $1 and public_from <= $2")
            .bind(slug)
            .bind(now)
            .fetch_one(reader)
            .await?;
    if kinds.iter().any(|wanted| wanted.as_str() == kind) { Ok(id) } else { Err(sqlx::Error::RowNotFound) }
}

/// A public post.
///
/// # Errors
/// `RowNotFound` when there is none that the public may see.
pub async fn public_post(reader: &SqlitePool, id: i64, now: i64) -> Result<PostRow, sqlx::Error> {
    sqlx::query_as(
        "select p.id, p.slug, p.title, p.form, p.quote, p.source, p.teaser, p.author, p.body_markdown,
             p.body_html, p.sensitive, p.public_from, p.picture_id, p.picture_alt, p.picture_caption,
             i.width as picture_width, i.height as picture_height,
             (select group_concat(v.width) from picture_variants v
              where v.picture_id = p.picture_id and v.media_type = 'image/webp') as picture_widths
         from posts p left join pictures i on i.id = p.picture_id
         where p.id = $1 and p.public_from <= $2",
    )
    .bind(id)
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Address and title of the posts before and after a public post in the blog.
///
/// # Errors
/// When the database cannot be read.
pub async fn neighbours(
    reader: &SqlitePool,
    post: &PostRow,
    now: i64,
) -> Result<[Option<(String, String)>; 2], sqlx::Error> {
    let older = sqlx::query_as(
        "select slug, title from posts
         where kind in ('article', 'guldkorn') and (public_from, id) < ($1, $2) and public_from <= $3
         order by public_from desc, id desc limit 1",
    );
    let newer = sqlx::query_as(
        "select slug, title from posts
         where kind in ('article', 'guldkorn') and (public_from, id) > ($1, $2) and public_from <= $3
         order by public_from, id limit 1",
    );
    Ok([
        older.bind(post.public_from).bind(post.id).bind(now).fetch_optional(reader).await?,
        newer.bind(post.public_from).bind(post.id).bind(now).fetch_optional(reader).await?,
    ])
}

/// When the next text becomes public.
///
/// # Errors
/// When the database cannot be read.
pub async fn next_publication(reader: &SqlitePool, now: i64) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar("select min(public_from) from posts where public_from > $1")
        .bind(now)
        .fetch_one(reader)
        .await
}
