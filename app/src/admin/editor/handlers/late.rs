//! A text that was sent after its writer's session had ended.

use crate::error::AppError;
use crate::posts::autosave::{Autosaved, autosave};
use crate::posts::save::Save;
use crate::posts::{DraftVersion, EditablePost, PostContent, PostForm, PostStatus, Revision};
use crate::staff::request_context::RequestContext;
use crate::staff::{Staff, submission};
use crate::state::AppState;

/// Makes it the writer's draft again, and tells whether there was one.
pub(super) async fn put_back(state: &AppState, staff: &Staff, work: &EditablePost) -> Result<bool, AppError> {
    let late: Option<(Revision, DraftVersion, PostForm)> =
        submission::take(state, &RequestContext::current()?, &work.id.to_string()).await?;
    let Some((base, known, typed)) = late else { return Ok(false) };
    if work.status == PostStatus::Trash {
        return Ok(false);
    }
    let text = PostContent::read(work.kind, typed);
    let kept = autosave(state, staff, Save { post: work.id, base, known, text: &text }).await?;
    Ok(matches!(kept, Autosaved::At(_)))
}
