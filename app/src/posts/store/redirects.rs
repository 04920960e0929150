//! Addresses that change: renaming and withdrawing a text, and where its readers find it afterwards.

use crate::posts::PostId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

/// The text that readers once found at an address: its kind, the last part of its address now, and whether the
/// public may see it. Kind and address are empty when it was deleted for good.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(
    reader: &SqlitePool,
    slug: &str,
    now: UnixMillis,
) -> Result<Option<(String, String, bool)>, sqlx::Error> {
    sqlx::query_as(
        "select coalesce(p.kind, ''), coalesce(p.slug, ''), coalesce(p.public_from <= $2, 0)
         from post_redirects f left join posts p on p.id = f.post_id where f.slug = $1",
    )
    .bind(slug)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Gives a text another address. Who has the old one is led to the new, if readers ever had it.
///
/// # Errors
/// When the address is taken or breaks a rule of the schema, or the database refuses.
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

/// Takes a text away from the public. Who asks for it is told so, if readers ever had it.
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

/// Remembers that readers had a text at its address, before it goes. Only of a text that is public: the address of
/// any other, and that there is one, is nobody's business.
///
/// # Errors
/// When the database refuses.
pub async fn remember_address(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into post_redirects (slug, post_id) select slug, id from posts where id = $1 and public_from <= $2
         on conflict (slug) do update set post_id = excluded.post_id",
    )
    .bind(post)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}
