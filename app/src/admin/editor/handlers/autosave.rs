//! Saves what is typed as the writer's own draft.

use super::super::{AutosaveResponse, Sent};
use crate::admin::editor::company::company;
use crate::admin::editor::views;
use crate::admin::relative_time::time_today_or_date;
use crate::error::AppError;
use crate::posts::autosave::{self, Autosaved};
use crate::posts::save::Basis;
use crate::posts::store::texts;
use crate::posts::{Act, DraftVersion, PostContent, PostError, checks};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::render_to_string;

/// Saves what stands in the form as the writer's draft.
pub(in crate::admin::editor) async fn autosave(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<AutosaveResponse, AppError> {
    let now = state.clock.now_millis();
    let post = texts::find(state.db.reader(), sent.id, now).await?;
    let content = PostContent::read(post.kind, &sent.form);
    let Sent { id, base_revision, draft_version, form: _ } = sent;
    let basis = Basis { post: id, base_revision, draft_version };
    let autosaved = save_draft(state, staff, basis, &content).await?;
    let (draft_version, is_saved, words) = match autosaved {
        Autosaved::At(at) => (at, true, format!("Sparad {}", time_today_or_date(at.saved_at(), now))),
        Autosaved::AlreadySaved => (DraftVersion::NONE, true, "Sparad".to_owned()),
        Autosaved::ElsewhereAt(at) => (
            at,
            false,
            format!("Texten ändrades i ett annat fönster {}.", time_today_or_date(at.saved_at(), now)),
        ),
    };
    let when = views::when(&post, &content, now);
    let review = checks::review(state, id, post.kind, content).await?;
    Ok(AutosaveResponse {
        draft_version,
        is_saved,
        words,
        when,
        remarks: render_to_string(views::remarks(&review)),
        company: company(state, staff.id, id, base_revision).await?,
    })
}

pub(super) async fn save_draft(
    state: &AppState,
    staff: &Staff,
    basis: Basis,
    content: &PostContent,
) -> Result<Autosaved, PostError> {
    let mut act = Act::begin_quietly(state, staff).await?;
    let autosaved = autosave::autosave(&mut act, basis, content).await?;
    act.commit().await?;
    Ok(autosaved)
}
