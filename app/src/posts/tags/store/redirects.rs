//! The SQL of addresses that tags had before.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::db::publicity::public_at;
use crate::posts::TagId;
use crate::time::UnixMillis;

/// Returns the addresses that a tag had before.
pub(in crate::posts::tags) async fn former(
    writer: &mut SqliteConnection,
    id: TagId,
) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select slug from tag_redirects where tag_id = $1 order by slug")
        .bind(id)
        .fetch_all(writer)
        .await
}

/// Redirects from an address that no tag has to a tag.
pub(in crate::posts::tags) async fn redirect(
    writer: &mut SqliteConnection,
    slug: &str,
    id: TagId,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into tag_redirects (slug, tag_id)
         select $1, $2 where not exists (select 1 from tags where slug = $1)
         on conflict (slug) do update set tag_id = excluded.tag_id",
    )
    .bind(slug)
    .bind(id)
    .execute(writer)
    .await?;
    Ok(())
}

pub(super) async fn forget_address(writer: &mut SqliteConnection, slug: &str) -> Result<(), sqlx::Error> {
    sqlx::query("delete from tag_redirects where slug = $1").bind(slug).execute(writer).await?;
    Ok(())
}

/// Returns the slugs that tags once had, those of tags that are not public too.
///
/// # Errors
/// When the database cannot be read.
pub async fn former_slugs(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select slug from tag_redirects order by slug").fetch_all(reader).await
}

/// Returns the address of the tag that once had another one, if the public can find anything there.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(
    reader: &SqlitePool,
    slug: &str,
    now: UnixMillis,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select t.slug from tag_redirects f join tags t on t.id = f.tag_id
         where f.slug = $1 and exists (
             select 1 from post_tags pt join posts p on p.id = pt.post_id
             where pt.tag_id = t.id and p.kind in ('article', 'guldkorn') and ",
        public_at!("p", "$2"),
        "
         )"
    ))
    .bind(slug)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Returns the tag that had an address before, or into which the one with that address was merged: a post that is
/// saved with an older name gets that tag.
pub(super) async fn redirected(
    writer: &mut SqliteConnection,
    slug: &str,
) -> Result<Option<TagId>, sqlx::Error> {
    sqlx::query_scalar("select tag_id from tag_redirects where slug = $1")
        .bind(slug)
        .fetch_optional(writer)
        .await
}
