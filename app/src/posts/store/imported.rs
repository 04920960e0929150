//! The SQL of imported posts.

use std::collections::HashSet;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::add::{insert, publish_from};
use super::content::write_columns;
use super::revisions::{self, NewRevision};
use crate::posts::imported::{ImportedPost, ImportedState};
use crate::posts::{PostId, Revision, tags};

/// Adds a post under its address.
pub(in crate::posts) async fn add(
    writer: &mut SqliteConnection,
    post: &ImportedPost,
) -> Result<PostId, sqlx::Error> {
    let id = insert(writer, post.content.kind, &post.slug, post.created_at).await?;
    write(writer, id, post).await?;
    Ok(id)
}

/// Writes everything but the address.
pub(in crate::posts) async fn write(
    writer: &mut SqliteConnection,
    id: PostId,
    post: &ImportedPost,
) -> Result<(), sqlx::Error> {
    write_columns(writer, id, &post.content, post.updated_at).await?;
    tags::set_tags(writer, id, &post.content.tags).await?;
    publish_from(writer, id, post.state, post.published_at).await?;
    remember_date(writer, id, post).await?;
    crate::search_index::index_waiting(writer).await
}

/// Saves the date of a draft in a revision by nobody. Other posts have it in their row.
async fn remember_date(
    writer: &mut SqliteConnection,
    id: PostId,
    post: &ImportedPost,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from revisions where post_id = $1 and staff_id is null")
        .bind(id)
        .execute(&mut *writer)
        .await?;
    if post.content.publish_at.is_empty() {
        return revisions::set_published(writer, id, Revision::NONE).await;
    }
    let (number, content) = (Revision::NONE.next(), &*post.content);
    let revision = NewRevision { number, content, by: None, saved_at: post.updated_at, restored_from: None };
    revisions::add(&mut *writer, id, revision).await?;
    revisions::set_published(writer, id, number).await
}

/// Returns the state of a post, as far as somebody may have worked on it.
pub(crate) async fn imported_state(
    writer: &mut SqliteConnection,
    post: PostId,
) -> Result<ImportedState, sqlx::Error> {
    sqlx::query_as(
        "select p.slug, p.kind, p.version, p.state,
             exists (select 1 from drafts where post_id = p.id)
                 or exists (select 1 from revisions where post_id = p.id and staff_id is not null) as has_own_words
         from posts p where p.id = $1",
    )
    .bind(post)
    .fetch_one(writer)
    .await
}

/// Returns every last part of an address that is taken, or was once.
pub(crate) async fn taken_slugs(reader: &SqlitePool) -> Result<HashSet<String>, sqlx::Error> {
    let slugs: Vec<String> =
        sqlx::query_scalar("select slug from posts union select slug from post_redirects")
            .fetch_all(reader)
            .await?;
    Ok(slugs.into_iter().collect())
}
