//! Tags that come back from an export: one of the same address, or of the same name, is the same tag.

use sqlx::sqlite::SqliteConnection;

use super::{add, describe};
use crate::posts::TagId;
use crate::posts::tags::Drawing;

/// A tag that comes back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ExportedTag<'a> {
    pub(crate) slug: &'a str,
    pub(crate) name: &'a str,
    pub(crate) introduction: &'a str,
    pub(crate) drawing: Option<&'a str>,
}

/// What became of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joined {
    New(TagId),
    /// It got what it lacked.
    Changed(TagId),
    Same(TagId),
}

/// Returns the address and the name of each tag.
pub(crate) async fn slugs_and_names(
    connection: &mut SqliteConnection,
) -> Result<Vec<(String, String)>, sqlx::Error> {
    sqlx::query_as("select slug, name from tags").fetch_all(connection).await
}

/// Adds a tag, or gives one that is here the introduction and drawing that it lacks.
///
/// # Errors
/// When it breaks a rule of the schema.
pub(crate) async fn join(writer: &mut SqliteConnection, tag: ExportedTag<'_>) -> Result<Joined, sqlx::Error> {
    let here: Option<(TagId, String, Option<String>)> = sqlx::query_as(
        "select id, introduction, drawing from tags where slug = $1 or name = $2 order by slug <> $1 limit 1",
    )
    .bind(tag.slug)
    .bind(tag.name)
    .fetch_optional(&mut *writer)
    .await?;
    let theirs = tag.drawing.and_then(Drawing::named);
    let Some((id, introduction, drawing)) = here else {
        let id = add(writer, tag.slug, tag.name).await?;
        describe(writer, id, tag.introduction, theirs).await?;
        return Ok(Joined::New(id));
    };
    let lacks_introduction = introduction.is_empty() && !tag.introduction.is_empty();
    let lacks_drawing = drawing.is_none() && theirs.is_some();
    if !lacks_introduction && !lacks_drawing {
        return Ok(Joined::Same(id));
    }
    let introduction = if lacks_introduction { tag.introduction } else { &introduction };
    let drawing = if lacks_drawing { theirs } else { drawing.as_deref().and_then(Drawing::named) };
    describe(writer, id, introduction, drawing).await?;
    Ok(Joined::Changed(id))
}

/// Redirects from an address that a tag once had, unless something is there. Returns whether it leads there now.
pub(crate) async fn remember_former(
    writer: &mut SqliteConnection,
    slug: &str,
    id: TagId,
) -> Result<bool, sqlx::Error> {
    sqlx::query(
        "insert into tag_redirects (slug, tag_id) select $1, $2 where not exists (select 1 from tags where slug = $1)
         on conflict (slug) do nothing",
    )
    .bind(slug)
    .bind(id)
    .execute(&mut *writer)
    .await?;
    sqlx::query_scalar("select exists (select 1 from tag_redirects where slug = $1 and tag_id = $2)")
        .bind(slug)
        .bind(id)
        .fetch_one(writer)
        .await
}
