//! What becomes of drafts: one's own, and what somebody else did not save.

use super::flash::{Flash, redirect_with_flash};
use crate::error::AppError;
use crate::paths;
use crate::posts::save::{self as saving, Save};
use crate::posts::store::drafts;
use crate::posts::{PostError, PostId, Revision, autosave};
use crate::staff::{Staff, StaffId};
use crate::state::AppState;

pub(in crate::admin::editor) async fn drop_draft(
    state: &AppState,
    staff: &Staff,
    id: PostId,
) -> Result<(), AppError> {
    autosave::discard(state, staff, id).await?;
    redirect_with_flash(state, &paths::edit_post(id), &Flash::done("Här är den sparade versionen.")).await
}

pub(in crate::admin::editor) async fn take_over(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    from: StaffId,
) -> Result<(), AppError> {
    autosave::take_over(state, staff, id, from).await?;
    redirect_with_flash(
        state,
        &paths::edit_post(id),
        &Flash::done("Du skriver vidare där den andra slutade."),
    )
    .await
}

pub(in crate::admin::editor) async fn keep_mine(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    base: Revision,
) -> Result<(), AppError> {
    let draft = drafts::find(&mut *state.db.reader().acquire().await?, id, staff.id).await?;
    let Some(draft) = draft else {
        return redirect_with_flash(
            state,
            &paths::edit_post(id),
            &Flash::refused(PostError::Nothing.to_string()),
        )
        .await;
    };
    let save = Save { post: id, base, known: draft.version, text: &draft.text };
    let (page, flash) = match saving::save(state, staff, save).await? {
        Ok(()) => (
            paths::edit_post(id),
            Flash::done("Din text är sparad. Den andra versionen finns kvar i historiken."),
        ),
        Err(PostError::Newer) => (paths::compare_post(id), Flash::refused(PostError::Newer.to_string())),
        Err(refusal) => (paths::edit_post(id), Flash::refused(refusal.to_string())),
    };
    redirect_with_flash(state, &page, &flash).await
}
