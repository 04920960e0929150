//! Saves what is typed as the writer's own draft.

use super::super::{Keeping, Sent};
use crate::admin::editor::company::company;
use crate::admin::editor::views;
use crate::admin::relative_time::time_today_or_date;
use crate::error::AppError;
use crate::posts::autosave::{self, Autosaved};
use crate::posts::save::Save;
use crate::posts::store::texts;
use crate::posts::{DraftVersion, PostContent};
use crate::staff::Staff;
use crate::state::AppState;

/// Keeps what stands in the form as the writer's draft.
pub(in crate::admin::editor) async fn keep(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<Keeping, AppError> {
    let now = state.clock.now_millis();
    let work = texts::find(state.db.reader(), sent.id, now).await?;
    let text = PostContent::read(work.kind, sent.typed);
    let save = Save { post: sent.id, base: sent.base, known: sent.known, text: &text };
    let (known, is_kept, words) = match autosave::autosave(state, staff, save).await? {
        Autosaved::At(at) => (at, true, format!("Sparad {}", time_today_or_date(at.saved_at(), now))),
        Autosaved::AlreadySaved => (DraftVersion::NONE, true, "Sparad".to_owned()),
        Autosaved::ElsewhereAt(at) => (
            at,
            false,
            format!("Texten ändrades i ett annat fönster {}.", time_today_or_date(at.saved_at(), now)),
        ),
    };
    Ok(Keeping {
        known,
        is_kept,
        words,
        when: views::when(&work, &text, now),
        remarks: views::remarks(state, &work, &text).await?,
        company: company(state, staff.id, work.id, sent.base).await?,
    })
}
