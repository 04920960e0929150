//! Imported posts: nobody of the staff has written them, so they have no revision until somebody here saves one. A draft with
//! a date has one, by nobody: it alone remembers when the post came out, and whoever publishes it gives it that date again.

use sqlx::sqlite::SqliteConnection;

pub(crate) use super::store::imported::{imported_state, taken_slugs};
use super::{PostId, PostKind, PostState, PreparedContent, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::time::UnixMillis;

/// A post to be imported.
#[derive(Debug, Clone)]
pub(crate) struct ImportedPost {
    /// What it says.
    pub(crate) content: PreparedContent,
    /// The last part of its address. Only a new post gets it: one that is here keeps its own.
    pub(crate) slug: String,
    /// Draft or published.
    pub(crate) state: PostState,
    /// From when readers have it.
    pub(crate) published_at: Option<UnixMillis>,
    /// When it was begun at its source.
    pub(crate) created_at: UnixMillis,
    /// When it was last changed at its source.
    pub(crate) updated_at: UnixMillis,
}

/// The state of a post that was imported earlier, as far as somebody may have worked on it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct ImportedState {
    /// The last part of its address.
    pub(crate) slug: String,
    /// What it is.
    pub(crate) kind: PostKind,
    /// Grows whenever its row is written.
    pub(crate) version: i64,
    /// How far it has come here, whatever its source says of it.
    pub(crate) state: PostState,
    /// Whether somebody has written a draft or saved a revision here.
    pub(crate) has_own_words: bool,
}

/// Adds a post and returns its id.
///
/// # Errors
/// When its address was taken meanwhile, or the database refuses.
pub(crate) async fn add(
    writer: &mut SqliteConnection,
    post: &ImportedPost,
    now: UnixMillis,
) -> Result<PostId, sqlx::Error> {
    let id = store::imported::add(writer, post).await?;
    log(writer, id, now).await?;
    Ok(id)
}

/// Writes a post anew that was imported earlier. Its address stays.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn update(
    writer: &mut SqliteConnection,
    id: PostId,
    post: &ImportedPost,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    store::imported::write(writer, id, post).await?;
    log(writer, id, now).await
}

pub(super) async fn log(
    writer: &mut SqliteConnection,
    id: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    audit_log::record_by_system(writer, AuditAction::Imported, AuditTarget::Post(id), now).await
}
