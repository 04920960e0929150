//! What becomes of drafts: one's own, and what somebody else did not save.

use super::said::{Said, say};
use crate::error::AppError;
use crate::paths;
use crate::staff::Staff;
use crate::state::AppState;
use crate::writing::save::{self as saving, Save};
use crate::writing::store::drafts;
use crate::writing::{Refusal, keep};

pub(in crate::admin::writing) async fn drop_draft(
    state: &AppState,
    staff: &Staff,
    id: i64,
) -> Result<(), AppError> {
    keep::throw_away(state, staff, id).await?;
    say(state, &paths::writing(id), &Said::done("Här är den sparade versionen.")).await
}

pub(in crate::admin::writing) async fn take_over(
    state: &AppState,
    staff: &Staff,
    id: i64,
    from: i64,
) -> Result<(), AppError> {
    keep::take_over(state, staff, id, from).await?;
    say(state, &paths::writing(id), &Said::done("Du skriver vidare där den andra slutade.")).await
}

pub(in crate::admin::writing) async fn keep_mine(
    state: &AppState,
    staff: &Staff,
    id: i64,
    base: i64,
) -> Result<(), AppError> {
    let draft = drafts::find(&mut *state.db.reader().acquire().await?, id, staff.id).await?;
    let Some(draft) = draft else {
        return say(state, &paths::writing(id), &Said::refused(Refusal::Nothing.to_string())).await;
    };
    let save = Save { post: id, base, known: draft.kept_at, text: &draft.text };
    let (page, said) = match saving::save(state, staff, save).await? {
        Ok(()) => (
            paths::writing(id),
            Said::done("Din text är sparad. Den andra versionen finns kvar i historiken."),
        ),
        Err(Refusal::Newer) => (paths::comparison(id), Said::refused(Refusal::Newer.to_string())),
        Err(refusal) => (paths::writing(id), Said::refused(refusal.to_string())),
    };
    say(state, &page, &said).await
}
