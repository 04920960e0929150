//! The newest revision beside the writer's own draft.

use super::super::SidePage;
use super::message;
use crate::admin::editor::views::{self, Comparing};
use crate::error::AppError;
use crate::posts::PostId;
use crate::posts::diff::differences;
use crate::posts::store::{drafts, revisions, texts};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// Loads both, to choose from.
pub(in crate::admin::editor) async fn load(
    state: &AppState,
    staff: &Staff,
    id: PostId,
) -> Result<SidePage, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let post = texts::find(reader, id, now).await?;
    let draft = drafts::find(&mut *reader.acquire().await?, id, staff.id).await?;
    let newest = revisions::find(reader, id, post.newest).await?;
    let flash = message::take(state).await?;
    let draft = match draft {
        Some(draft) => Some((draft.version, differences(post.content.clone(), draft.content).await?)),
        None => None,
    };
    let comparing = Comparing { post: &post, draft, newest: newest.as_ref(), flash, now };
    Ok(SidePage { title: "Jämför".into(), html: render_to_string(views::comparison(&comparing)) })
}
