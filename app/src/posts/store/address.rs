//! The address that a post gets: free, and of no other page.

use sqlx::sqlite::SqliteConnection;

use super::erase::has_mark_in;
use crate::db::publicity::public_at;
use crate::paths;
use crate::posts::erase::ErasedName;
use crate::posts::{PostId, PostKind, PreparedContent, slug_of};
use crate::time::UnixMillis;

/// Returns the address that a post gets: the one chosen by hand, the one that readers know, or one made from the title.
pub(super) async fn address_for(
    writer: &mut SqliteConnection,
    post: PostId,
    content: &PreparedContent,
    now: UnixMillis,
) -> Result<String, sqlx::Error> {
    let (current, is_public): (String, bool) =
        sqlx::query_as(concat!("select slug, coalesce(", public_at!("$2"), ", 0) from posts where id = $1"))
            .bind(post)
            .bind(now)
            .fetch_one(&mut *writer)
            .await?;
    // Nobody sees it: a rendition is found at its original's address.
    if content.kind == PostKind::Rendition {
        return Ok(current);
    }
    let chosen = slug_of(&content.slug);
    let of_draft = format!("utkast-{post}");
    let wanted = match (chosen.is_empty(), is_public && current != of_draft) {
        (false, _) => chosen,
        (true, true) => return Ok(current),
        (true, false) => slug_of(&content.title),
    };
    let wanted = match &*wanted {
        // Letters that cannot be written in Latin ones; readers may meet this address.
        "" if content.title.contains(char::is_alphanumeric) => format!("text-{post}"),
        "" => of_draft,
        _ => wanted,
    };
    let mut number = 1;
    loop {
        let candidate = if number == 1 { wanted.clone() } else { format!("{wanted}-{number}") };
        if is_free(writer, post, content.kind, &candidate).await? {
            return Ok(candidate);
        }
        number += 1;
    }
}

async fn is_free(
    writer: &mut SqliteConnection,
    post: PostId,
    kind: PostKind,
    slug: &str,
) -> Result<bool, sqlx::Error> {
    if kind == PostKind::Page && paths::is_reserved(slug) {
        return Ok(false);
    }
    // Whoever has the link of an erased story must not find another one there.
    if has_mark_in(writer, ErasedName::Slug(slug).hash()).await? {
        return Ok(false);
    }
    sqlx::query_scalar(
        "select not exists (select 1 from posts where slug = $1 and id <> $2)
         and not exists (select 1 from post_redirects where slug = $1 and post_id is not $2)",
    )
    .bind(slug)
    .bind(post)
    .fetch_one(writer)
    .await
}
