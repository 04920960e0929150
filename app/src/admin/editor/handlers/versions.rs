//! A text's versions.

use super::super::SidePage;
use crate::admin::editor::views::{self, Versions};
use crate::error::AppError;
use crate::posts::store::{revisions, texts};
use crate::posts::{PostId, Revision};
use crate::state::AppState;
use crate::ui::render_to_string;

/// The versions, and what changed from one to another. Without numbers: from the one before to the newest.
pub(in crate::admin::editor) async fn load(
    state: &AppState,
    id: PostId,
    from: Revision,
    to: Revision,
) -> Result<SidePage, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let work = texts::find(reader, id, now).await?;
    let all = revisions::all(reader, id).await?;
    let to = if to > Revision::NONE { to } else { work.newest };
    let from = if from > Revision::NONE { from } else { to.before() };
    let mut connection = reader.acquire().await?;
    let pair = if from > Revision::NONE && to > Revision::NONE {
        let before = revisions::content(&mut connection, id, from).await?;
        Some((before, revisions::content(&mut connection, id, to).await?))
    } else {
        None
    };
    let versions = Versions { work: &work, all, from, to, pair };
    Ok(SidePage { title: "Tidigare versioner".into(), html: render_to_string(views::versions(&versions)) })
}
