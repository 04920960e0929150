//! A form that was sent after its writer's session had ended.

use super::autosave::save_draft;
use crate::error::AppError;
use crate::posts::autosave::Autosaved;
use crate::posts::save::Basis;
use crate::posts::{DraftVersion, EditablePost, PostContent, PostForm, PostStatus, Revision};
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, submission};
use crate::state::AppState;

/// Saves the late form as the writer's draft, and returns whether there was one.
pub(super) async fn restore(state: &AppState, staff: &Staff, post: &EditablePost) -> Result<bool, AppError> {
    let late: Option<(Revision, DraftVersion, PostForm)> =
        submission::take(state, &RequestContext::current()?, &post.id.to_string()).await?;
    let Some((base_revision, draft_version, form)) = late else { return Ok(false) };
    if post.status == PostStatus::Trash {
        return Ok(false);
    }
    let content = PostContent::read(post.kind, &form);
    let basis = Basis { post: post.id, base_revision, draft_version };
    let autosaved = save_draft(state, staff, basis, &content).await?;
    Ok(matches!(autosaved, Autosaved::At(_)))
}
