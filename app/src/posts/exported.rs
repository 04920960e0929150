//! Posts that come back from an export. What they say is saved as revisions by nobody: a row alone does not know which
//! address somebody chose, or what was left empty.

use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnection;

use super::{PostContent, PostId, PostState, PreparedContent, imported, store};
use crate::time::UnixMillis;

pub(crate) use super::store::exported::{
    become_draft, has_rendition, known, redirected_slugs, remember_former,
};

/// A post that comes back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ExportedPost {
    /// Its id on every site.
    pub(crate) uid: String,
    /// The last part of its address. Only a new post gets it: one that is here keeps its own.
    pub(crate) slug: String,
    /// Whether it is a rendition in plain words, or a translation; none for any other post.
    pub(crate) easy_read: Option<bool>,
    /// How far it has come.
    pub(crate) state: PostState,
    /// Whether it tells of somebody, who has to be asked on this site.
    pub(crate) tells_of_somebody: bool,
    /// From when readers have it, unless it hangs on a door.
    pub(crate) published_at: Option<UnixMillis>,
    /// When it was begun.
    pub(crate) created_at: UnixMillis,
    /// When it was last changed.
    pub(crate) updated_at: UnixMillis,
    /// What it says.
    pub(crate) content: PreparedContent,
    /// What was saved later and not published.
    pub(crate) unpublished: Option<PostContent>,
}

/// A post that is here.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct KnownPost {
    pub(crate) uid: String,
    pub(crate) id: PostId,
    pub(crate) slug: String,
}

/// Adds a post and returns its id; a rendition, of a post that is here.
///
/// # Errors
/// When its address was taken meanwhile, or it breaks a rule of the schema.
pub(crate) async fn add(
    writer: &mut SqliteConnection,
    post: &ExportedPost,
    original: Option<PostId>,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let id = store::exported::add(writer, post, original).await?;
    imported::log(writer, id, now).await?;
    Ok(id)
}

/// Writes a post anew that came from an export. Its address stays.
///
/// # Errors
/// When it breaks a rule of the schema.
pub(crate) async fn update(
    writer: &mut SqliteConnection,
    id: PostId,
    post: &ExportedPost,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    store::exported::write(writer, id, post).await?;
    imported::log(writer, id, now).await
}
