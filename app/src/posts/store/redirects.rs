//! Addresses that change: renaming and withdrawing a post, and where its readers find it afterwards.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::db::publicity::{known_at, public_at};
use crate::posts::{PostId, PostKind};
use crate::time::UnixMillis;

/// The post that readers once found at an address.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct FormerAddress {
    /// None when the post was deleted for good.
    pub kind: Option<PostKind>,
    /// The last part of its address now; none when it was deleted for good.
    pub slug: Option<String>,
    /// Whether the public may see it.
    pub is_public: bool,
}

/// Returns the post that readers once found at an address, and whether they still find it, there or elsewhere.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(
    reader: &SqlitePool,
    slug: &str,
    now: UnixMillis,
) -> Result<Option<FormerAddress>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.kind, p.slug, coalesce(",
        public_at!("p", "$2"),
        ", 0) as is_public
             from post_redirects r left join posts p on p.id = r.post_id where r.slug = $1
             union all
             select p.kind, p.slug, 0 from posts p where p.slug = $1 and ",
        known_at!("p", "$2"),
        "
                 and not ",
        public_at!("p", "$2"),
        "
             limit 1"
    ))
    .bind(slug)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Returns the addresses at which readers once found posts, each as its last part and the kind of its post; none for a
/// post that was deleted for good.
///
/// # Errors
/// When the database cannot be read.
pub async fn former_addresses(reader: &SqlitePool) -> Result<Vec<(String, Option<PostKind>)>, sqlx::Error> {
    sqlx::query_as(
        "select r.slug, p.kind from post_redirects r left join posts p on p.id = r.post_id order by r.slug",
    )
    .fetch_all(reader)
    .await
}

/// Gives a post another address. Who asks for the old one is redirected, if readers ever had it.
///
/// # Errors
/// When the address is taken or breaks a rule of the schema.
pub async fn rename(
    writer: &mut SqliteConnection,
    post: PostId,
    slug: &str,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    remember_address(writer, post, now).await?;
    sqlx::query("delete from post_redirects where slug = $1").bind(slug).execute(&mut *writer).await?;
    sqlx::query("update posts set slug = $1, updated_at = $2, version = version + 1 where id = $3")
        .bind(slug)
        .bind(now)
        .bind(post)
        .execute(writer)
        .await?;
    Ok(())
}

/// Takes a post away from the public. Who asks for it is told so, if readers ever had it.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    remember_address(writer, post, now).await?;
    sqlx::query("update posts set state = 'withdrawn', updated_at = $1, version = version + 1 where id = $2")
        .bind(now)
        .bind(post)
        .execute(writer)
        .await?;
    Ok(())
}

/// Remembers that readers had a post at its address, before it goes. A rendition has none but its original's. Only of a post that is public, or was until its consent ended: the address of
/// any other, and that there is one, is nobody's business.
///
/// # Errors
/// When the database refuses.
pub async fn remember_address(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(concat!(
        "insert into post_redirects (slug, post_id) select slug, id from posts where id = $1 and ",
        known_at!("$2"),
        " and original_id is null
         on conflict (slug) do update set post_id = excluded.post_id"
    ))
    .bind(post)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Lists the posts that have an address under which readers once found another one, which they no longer get to: by kind,
/// slug and title.
///
/// # Errors
/// When the database cannot be read.
pub async fn taken_addresses(reader: &SqlitePool) -> Result<Vec<(PostKind, String, String)>, sqlx::Error> {
    sqlx::query_as(
        "select p.kind, p.slug, p.title from posts p join post_redirects r on r.slug = p.slug
         where r.post_id is not p.id and p.state <> 'trash' order by p.slug",
    )
    .fetch_all(reader)
    .await
}
