//! Putting a document below a text that somebody writes.

use super::autosave::autosave;
use super::save::Basis;
use super::store::drafts;
use super::{Act, DraftVersion, PostError, PostId};

/// Puts a document below a post, in the writer's own draft: readers get it when the writer saves and publishes.
///
/// # Errors
/// `InTrash`; `NotFound` when there is no such post.
pub(crate) async fn attach(act: &mut Act<'_>, id: PostId, address: &str) -> Result<(), PostError> {
    let post = act.post(id).await?;
    if post.trashed_at.is_some() {
        return Err(PostError::InTrash);
    }
    let (base_revision, draft_version, mut content) = match drafts::find(&mut act.tx, id, act.by.id).await? {
        Some(draft) => (draft.base_revision, draft.version, draft.content),
        None => (post.newest, DraftVersion::NONE, post.content),
    };
    content.attach(address);
    autosave(act, Basis { post: id, base_revision, draft_version }, &content).await?;
    Ok(())
}
