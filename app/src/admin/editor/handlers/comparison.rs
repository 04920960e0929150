//! The newest version beside the asker's own draft.

use super::super::SidePage;
use super::flash;
use crate::admin::editor::views::{self, Comparing};
use crate::error::AppError;
use crate::posts::PostId;
use crate::posts::store::{drafts, revisions, texts};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// Both texts, to choose from.
pub(in crate::admin::editor) async fn load(
    state: &AppState,
    staff: &Staff,
    id: PostId,
) -> Result<SidePage, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let work = texts::find(reader, id, now).await?;
    let draft = drafts::find(&mut *reader.acquire().await?, id, staff.id).await?;
    let newest = revisions::find(reader, id, work.newest).await?;
    let flash = flash::take_flash(state).await?;
    let comparing = Comparing { work: &work, draft: draft.as_ref(), newest: newest.as_ref(), flash, now };
    Ok(SidePage { title: "Jämför".into(), html: render_to_string(views::comparison(&comparing)) })
}
