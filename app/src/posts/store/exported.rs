//! The SQL of posts that come back from an export.

use sqlx::sqlite::SqliteConnection;

use super::add::{insert, insert_rendition, publish_from};
use super::content::write_columns;
use super::renditions::{self, told};
use super::revisions::{self, NewRevision};
use crate::posts::exported::{ExportedPost, KnownPost};
use crate::posts::{PostId, PostState, RenditionKind, Revision, tags};

/// Returns all posts, also those in the trash.
pub(crate) async fn known(connection: &mut SqliteConnection) -> Result<Vec<KnownPost>, sqlx::Error> {
    sqlx::query_as("select uid, id, slug from posts").fetch_all(connection).await
}

impl ExportedPost {
    /// Returns how a rendition tells its original.
    fn told(&self) -> Option<RenditionKind> {
        Some(told(self.easy_read?, self.content.language))
    }
}

/// Whether a post has a rendition already that tells it as one of an export does.
pub(crate) async fn has_rendition(
    connection: &mut SqliteConnection,
    original: PostId,
    post: &ExportedPost,
) -> Result<bool, sqlx::Error> {
    match post.told() {
        Some(told) => Ok(renditions::find(connection, original, told).await?.is_some()),
        None => Ok(false),
    }
}

/// Adds a post under its address and with its id of every site.
pub(in crate::posts) async fn add(
    writer: &mut SqliteConnection,
    post: &ExportedPost,
    original: Option<PostId>,
) -> Result<PostId, sqlx::Error> {
    let id = match (original, post.told()) {
        (Some(original), Some(told)) => {
            // Revisions begin anew here.
            let of = (original, told, post.content.language, Revision::NONE.next());
            insert_rendition(writer, &post.slug, of, post.created_at).await?
        }
        _ => insert(writer, post.content.kind, &post.slug, post.created_at).await?,
    };
    sqlx::query("update posts set uid = $2 where id = $1")
        .bind(id)
        .bind(&post.uid)
        .execute(&mut *writer)
        .await?;
    // A text was deleted that had this address: it is one's again.
    sqlx::query("delete from post_redirects where slug = $1 and post_id is null")
        .bind(&post.slug)
        .execute(&mut *writer)
        .await?;
    write(writer, id, post).await?;
    Ok(id)
}

/// Writes everything but the address.
pub(in crate::posts) async fn write(
    writer: &mut SqliteConnection,
    id: PostId,
    post: &ExportedPost,
) -> Result<(), sqlx::Error> {
    write_columns(writer, id, &post.content, post.updated_at).await?;
    if post.easy_read.is_none() {
        tags::set_tags(writer, id, &post.content.tags).await?;
    }
    save_revisions(writer, id, post).await?;
    if post.tells_of_somebody && post.easy_read.is_none() {
        crate::consent::store::mark(writer, id, post.updated_at).await?;
    }
    publish_from(writer, id, post.state, post.published_at).await?;
    crate::search_index::index_waiting(writer).await
}

/// Saves what it says, and what is not published of it, as revisions by nobody.
async fn save_revisions(
    writer: &mut SqliteConnection,
    id: PostId,
    post: &ExportedPost,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from revisions where post_id = $1 and staff_id is null")
        .bind(id)
        .execute(&mut *writer)
        .await?;
    let first = Revision::NONE.next();
    let contents = [(first, Some(&*post.content)), (first.next(), post.unpublished.as_ref())];
    for (number, content) in contents {
        let Some(content) = content else { continue };
        let saved_at = post.updated_at;
        let revision = NewRevision { number, content, by: None, saved_at, restored_from: None };
        revisions::add(&mut *writer, id, revision).await?;
    }
    revisions::set_published(writer, id, first).await
}

/// Makes a post a draft whose door it could not get: without one, readers would have it at another time.
pub(crate) async fn become_draft(writer: &mut SqliteConnection, id: PostId) -> Result<(), sqlx::Error> {
    publish_from(writer, id, PostState::Draft, None).await
}

/// Remembers under which address readers once had a post, or one that was deleted. What leads somewhere already stays.
/// Returns whether it leads there now.
pub(crate) async fn remember_former(
    writer: &mut SqliteConnection,
    slug: &str,
    post: Option<PostId>,
) -> Result<bool, sqlx::Error> {
    sqlx::query(
        "insert into post_redirects (slug, post_id)
         select $1, $2 where not exists (select 1 from posts where slug = $1 and id is not $2)
         on conflict (slug) do nothing",
    )
    .bind(slug)
    .bind(post)
    .execute(&mut *writer)
    .await?;
    sqlx::query_scalar("select exists (select 1 from post_redirects where slug = $1 and post_id is $2)")
        .bind(slug)
        .bind(post)
        .fetch_one(writer)
        .await
}

/// Returns every former address that leads to a post that is here.
pub(crate) async fn redirected_slugs(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("select slug from post_redirects where post_id is not null")
        .fetch_all(connection)
        .await
}
