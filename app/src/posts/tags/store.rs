//! The SQL of what staff do with subjects.

use crate::posts::{PostId, TagId};
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

/// A subject as staff see it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Subject {
    /// Its number.
    pub(crate) id: TagId,
    /// The last part of its address.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// How many texts have it, apart from those in the trash.
    pub(crate) texts: u32,
    /// How many of them readers can find.
    pub(crate) public: u32,
}

/// All subjects, in alphabetical order.
pub(crate) async fn all(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<Subject>, sqlx::Error> {
    sqlx::query_as(
        "select t.id, t.slug, t.name, count(p.id) as texts, count(p.id) filter (where p.public_from <= $1) as public
         from tags t left join post_tags pt on pt.tag_id = t.id
         left join posts p on p.id = pt.post_id and p.state <> 'trash'
         group by t.id order by t.name collate swedish",
    )
    .bind(now)
    .fetch_all(reader)
    .await
}

/// A subject's address and name.
pub(super) async fn find(
    writer: &mut SqliteConnection,
    id: TagId,
) -> Result<Option<(String, String)>, sqlx::Error> {
    sqlx::query_as("select slug, name from tags where id = $1").bind(id).fetch_optional(writer).await
}

/// Whether another subject has an address.
pub(super) async fn has_slug(
    writer: &mut SqliteConnection,
    slug: &str,
    but: TagId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from tags where slug = $1 and id <> $2)")
        .bind(slug)
        .bind(but)
        .fetch_one(writer)
        .await
}

/// The names of the other subjects.
pub(super) async fn names(writer: &mut SqliteConnection, but: TagId) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select name from tags where id <> $1").bind(but).fetch_all(writer).await
}

/// Adds a subject and tells its number.
pub(super) async fn add(writer: &mut SqliteConnection, slug: &str, name: &str) -> Result<TagId, sqlx::Error> {
    forget_address(writer, slug).await?;
    sqlx::query_scalar("insert into tags (slug, name) values ($1, $2) returning id")
        .bind(slug)
        .bind(name)
        .fetch_one(writer)
        .await
}

/// Gives a subject another address and name. Who has the old address is led to the new one.
pub(super) async fn change(
    writer: &mut SqliteConnection,
    id: TagId,
    slug: &str,
    name: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into tag_redirects (slug, tag_id) select slug, id from tags where id = $1 and slug <> $2
         on conflict (slug) do update set tag_id = excluded.tag_id",
    )
    .bind(id)
    .bind(slug)
    .execute(&mut *writer)
    .await?;
    forget_address(writer, slug).await?;
    sqlx::query("update tags set slug = $2, name = $3 where id = $1")
        .bind(id)
        .bind(slug)
        .bind(name)
        .execute(writer)
        .await?;
    Ok(())
}

/// The texts that have a subject.
pub(super) async fn texts(writer: &mut SqliteConnection, id: TagId) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar("select post_id from post_tags where tag_id = $1 order by post_id")
        .bind(id)
        .fetch_all(writer)
        .await
}

/// The addresses that a subject had before.
pub(super) async fn former(writer: &mut SqliteConnection, id: TagId) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select slug from tag_redirects where tag_id = $1 order by slug")
        .bind(id)
        .fetch_all(writer)
        .await
}

/// Leads from an address that no subject has to one.
pub(super) async fn lead(writer: &mut SqliteConnection, slug: &str, id: TagId) -> Result<(), sqlx::Error> {
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

/// Gives a text a subject, if there is such a text.
pub(super) async fn give(writer: &mut SqliteConnection, text: PostId, id: TagId) -> Result<(), sqlx::Error> {
    sqlx::query("insert or ignore into post_tags (post_id, tag_id) select id, $2 from posts where id = $1")
        .bind(text)
        .bind(id)
        .execute(writer)
        .await?;
    Ok(())
}

/// Takes a subject from a text.
pub(super) async fn take(writer: &mut SqliteConnection, text: PostId, id: TagId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from post_tags where post_id = $1 and tag_id = $2")
        .bind(text)
        .bind(id)
        .execute(writer)
        .await?;
    Ok(())
}

/// Deletes a subject. Its texts stay, without it.
pub(super) async fn delete(writer: &mut SqliteConnection, id: TagId) -> Result<(), sqlx::Error> {
    // One by one, so that the search hears of each text.
    sqlx::query("delete from post_tags where tag_id = $1").bind(id).execute(&mut *writer).await?;
    sqlx::query("delete from tags where id = $1").bind(id).execute(writer).await?;
    Ok(())
}

async fn forget_address(writer: &mut SqliteConnection, slug: &str) -> Result<(), sqlx::Error> {
    sqlx::query("delete from tag_redirects where slug = $1").bind(slug).execute(writer).await?;
    Ok(())
}

/// The address of the subject that had another one before, if the public can find anything there.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_from(
    reader: &SqlitePool,
    slug: &str,
    now: UnixMillis,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar(
        "select t.slug from tag_redirects f join tags t on t.id = f.tag_id
         where f.slug = $1 and exists (
             select 1 from post_tags pt join posts p on p.id = pt.post_id
             where pt.tag_id = t.id and p.kind in ('article', 'guldkorn') and p.public_from <= $2
         )",
    )
    .bind(slug)
    .bind(now)
    .fetch_optional(reader)
    .await
}
