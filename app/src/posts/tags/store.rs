//! The SQL of tags.

mod circular;
mod exported;
mod redirects;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

pub use circular::{circular_redirects, delete_circular_redirects};
pub(crate) use exported::{ExportedTag, Joined, join, remember_former, slugs_and_names};
use redirects::{forget_address, redirected};
pub(super) use redirects::{former, redirect};
pub use redirects::{former_slugs, redirect_from};

use super::Drawing;
use super::tag::{Tag, TagForm, TagRow, is_same_tag, is_too_long};
use crate::db::publicity::public_at;
use crate::posts::{PostId, TagId, slug_of};
use crate::text_input::line;
use crate::time::UnixMillis;

/// Returns all tags, in alphabetical order.
pub(crate) async fn all(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<TagRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select t.id, t.slug, t.name, count(p.id) as texts, count(p.id) filter (where ",
        public_at!("p", "$1"),
        ") as public,
             t.introduction, coalesce(t.drawing, '') as drawing
         from tags t left join post_tags pt on pt.tag_id = t.id
         left join posts p on p.id = pt.post_id and p.state <> 'trash'
         group by t.id order by t.name collate swedish"
    ))
    .bind(now)
    .fetch_all(reader)
    .await
}

/// Returns a tag as its form shows it.
pub(super) async fn find(writer: &mut SqliteConnection, id: TagId) -> Result<Option<TagForm>, sqlx::Error> {
    sqlx::query_as(
        "select name, slug, introduction, coalesce(drawing, '') as drawing from tags where id = $1",
    )
    .bind(id)
    .fetch_optional(writer)
    .await
}

/// Whether another tag has an address.
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

/// Returns the names of the other tags.
pub(super) async fn names(writer: &mut SqliteConnection, but: TagId) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select name from tags where id <> $1").bind(but).fetch_all(writer).await
}

/// Adds a tag and returns its id.
pub(super) async fn add(writer: &mut SqliteConnection, slug: &str, name: &str) -> Result<TagId, sqlx::Error> {
    forget_address(writer, slug).await?;
    sqlx::query_scalar("insert into tags (slug, name) values ($1, $2) returning id")
        .bind(slug)
        .bind(name)
        .fetch_one(writer)
        .await
}

/// Writes introduction and drawing of a tag.
pub(super) async fn describe(
    writer: &mut SqliteConnection,
    id: TagId,
    introduction: &str,
    drawing: Option<Drawing>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update tags set introduction = $2, drawing = $3 where id = $1")
        .bind(id)
        .bind(introduction)
        .bind(drawing.map(|drawing| drawing.name))
        .execute(writer)
        .await?;
    Ok(())
}

/// Changes a tag. An old address redirects to the new one.
pub(super) async fn change(
    writer: &mut SqliteConnection,
    id: TagId,
    tag: &TagForm,
) -> Result<(), sqlx::Error> {
    let TagForm { name, slug, introduction, drawing } = tag;
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
        .execute(&mut *writer)
        .await?;
    describe(writer, id, introduction, Drawing::named(drawing)).await
}

/// Returns the posts that have a tag.
pub(super) async fn posts(writer: &mut SqliteConnection, id: TagId) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar("select post_id from post_tags where tag_id = $1 order by post_id")
        .bind(id)
        .fetch_all(writer)
        .await
}

/// Gives a post a tag, if there is such a post.
pub(super) async fn give(writer: &mut SqliteConnection, post: PostId, id: TagId) -> Result<(), sqlx::Error> {
    sqlx::query("insert or ignore into post_tags (post_id, tag_id) select id, $2 from posts where id = $1")
        .bind(post)
        .bind(id)
        .execute(writer)
        .await?;
    Ok(())
}

/// Takes a tag from a post.
pub(super) async fn take(writer: &mut SqliteConnection, post: PostId, id: TagId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from post_tags where post_id = $1 and tag_id = $2")
        .bind(post)
        .bind(id)
        .execute(writer)
        .await?;
    Ok(())
}

/// Deletes a tag. Its posts stay, without it.
pub(super) async fn delete(writer: &mut SqliteConnection, id: TagId) -> Result<(), sqlx::Error> {
    // Before the tag, so that triggers put each post into the search again.
    sqlx::query("delete from post_tags where tag_id = $1").bind(id).execute(&mut *writer).await?;
    sqlx::query("delete from tags where id = $1").bind(id).execute(writer).await?;
    Ok(())
}

/// Adds a tag with the address it is to have.
///
/// # Errors
/// When its address or name is taken.
pub async fn add_tag(writer: &mut SqliteConnection, tag: &Tag) -> Result<(), sqlx::Error> {
    add(writer, &tag.slug, &tag.name).await?;
    Ok(())
}

/// Gives a tag that was just added its introduction and drawing.
///
/// # Errors
/// When the database cannot be written.
pub async fn describe_tag(
    writer: &mut SqliteConnection,
    slug: &str,
    introduction: &str,
    drawing: Option<Drawing>,
) -> Result<(), sqlx::Error> {
    let id =
        sqlx::query_scalar("select id from tags where slug = $1").bind(slug).fetch_one(&mut *writer).await?;
    describe(writer, id, introduction, drawing).await
}

/// Returns the names of all tags, in alphabetical order.
///
/// # Errors
/// When the database cannot be read.
pub async fn tag_names(reader: &SqlitePool) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select name from tags order by name").fetch_all(reader).await
}

/// Returns a name as the tag spells it that exists already.
///
/// # Errors
/// When the database cannot be read.
pub async fn spelling(connection: &mut SqliteConnection, name: &str) -> Result<String, sqlx::Error> {
    let names: Vec<String> = sqlx::query_scalar("select name from tags").fetch_all(connection).await?;
    let existing = names.into_iter().find(|other| is_same_tag(other, name));
    Ok(existing.unwrap_or_else(|| line(name)))
}

/// Gives a post the tags of these names and no others. New names become tags, unless they are too long.
///
/// # Errors
/// When the database refuses.
pub async fn set_tags(
    writer: &mut SqliteConnection,
    post: PostId,
    names: &[String],
) -> Result<(), sqlx::Error> {
    let mut wanted = Vec::with_capacity(names.len());
    for name in names.iter().filter(|name| !is_too_long(name)) {
        wanted.push(find_or_add(writer, name).await?);
    }
    let current: Vec<TagId> = sqlx::query_scalar("select tag_id from post_tags where post_id = $1")
        .bind(post)
        .fetch_all(&mut *writer)
        .await?;
    for tag in current.iter().filter(|tag| !wanted.contains(tag)) {
        take(writer, post, *tag).await?;
    }
    for tag in wanted.iter().filter(|tag| !current.contains(tag)) {
        give(writer, post, *tag).await?;
    }
    Ok(())
}

/// Returns the id of the tag with a name, which is added if it is new.
async fn find_or_add(writer: &mut SqliteConnection, name: &str) -> Result<TagId, sqlx::Error> {
    let name = &*line(name);
    let slug = Some(slug_of(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "etikett".to_owned());
    let mut number = 1;
    loop {
        let slug = if number == 1 { slug.clone() } else { format!("{slug}-{number}") };
        let existing: Option<(TagId, String)> =
            sqlx::query_as("select id, name from tags where slug = $1 or name = $2")
                .bind(&slug)
                .bind(name)
                .fetch_optional(&mut *writer)
                .await?;
        match existing {
            None => {
                if let Some(id) = redirected(writer, &slug).await? {
                    return Ok(id);
                }
                return add(writer, &slug, name).await;
            }
            Some((id, existing)) if is_same_tag(&existing, name) => return Ok(id),
            // "Mod!" and "mod" make the same address and are two tags.
            Some(_) => number += 1,
        }
    }
}
