//! What becomes of drafts: the writer's own, and one that somebody else did not save.

use super::message::{self, done};
use crate::comments;
use crate::error::AppError;
use crate::paths;
use crate::posts::save::{self as saving, Basis};
use crate::posts::store::{drafts, texts};
use crate::posts::{Act, PostError, PostId, PreparedContent, Revision, autosave};
use crate::staff::{Staff, StaffId};
use crate::state::AppState;

pub(in crate::admin::editor) async fn discard(
    state: &AppState,
    staff: &Staff,
    id: PostId,
) -> Result<(), AppError> {
    let mut act = Act::begin_quietly(state, staff).await?;
    autosave::discard(&mut act, id).await?;
    act.commit().await?;
    message::redirect(state, &paths::edit_post(id), &done("Här är den sparade versionen.", None)).await
}

pub(in crate::admin::editor) async fn take_over(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    from: StaffId,
) -> Result<(), AppError> {
    let mut act = Act::begin_quietly(state, staff).await?;
    autosave::take_over(&mut act, id, from).await?;
    act.commit().await?;
    let flash = done("Du skriver vidare där den andra slutade.", None);
    message::redirect(state, &paths::edit_post(id), &flash).await
}

pub(in crate::admin::editor) async fn save(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    base_revision: Revision,
) -> Result<(), AppError> {
    let (page, flash) = match save_draft(state, staff, id, base_revision).await {
        Ok(()) => {
            let sentence = "Din text är sparad. Den andra versionen finns kvar i historiken.";
            (paths::edit_post(id), done(sentence, None))
        }
        Err(PostError::Newer) => (paths::compare_post(id), message::refused(PostError::Newer)?),
        Err(refusal) => (paths::edit_post(id), message::refused(refusal)?),
    };
    message::redirect(state, &page, &flash).await
}

async fn save_draft(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    base_revision: Revision,
) -> Result<(), PostError> {
    let mut connection = state.db.reader().acquire().await?;
    let draft = drafts::find(&mut connection, id, staff.id).await?.ok_or(PostError::Nothing)?;
    let post = texts::load(&mut connection, id, state.clock.now_millis()).await?;
    drop(connection);
    let content = PreparedContent::prepare(post.kind, draft.content).await?;
    let mut act = Act::begin_quietly(state, staff).await?;
    let basis = Basis { post: id, base_revision, draft_version: draft.version };
    saving::save(&mut act, basis, &content).await?;
    comments::follow(&mut act, id, state.clock.now_millis()).await;
    Ok(act.commit().await?)
}
