//! `/admin`, the desk: where somebody of the staff comes in, and what matters first.
//!
//! Doors that open soon with nothing behind them come before everything else; then what opens next, and what the
//! asker and others are in the middle of.

mod ahead;
#[cfg(test)]
mod tests;
mod views;

use self::ahead::Ahead;
use super::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::posts::EditablePost;
use crate::posts::store::{doors, lists, overview as store, texts};
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::UnixMillis;
use crate::ui::render_to_string;

/// What lies on somebody's desk.
struct Desk {
    now: UnixMillis,
    /// Whether nobody has written anything yet.
    is_fresh: bool,
    ahead: Ahead,
    /// What opens next, if it is a text or has one.
    next: Option<EditablePost>,
    own: Vec<store::DashboardPost>,
    waiting: Vec<store::DashboardPost>,
    scheduled: Vec<store::DashboardPost>,
    recent: Vec<crate::audit_log::AuditEntry>,
}

/// The desk.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn room(state: &AppState, staff: &Staff) -> Result<PrerenderedAdminPage, AppError> {
    let desk = Desk::of(state, staff).await?;
    Ok(PrerenderedAdminPage {
        title: "Skrivbordet".into(),
        html: render_to_string(views::desk(&desk, staff)),
    })
}

impl Desk {
    async fn of(state: &AppState, staff: &Staff) -> Result<Self, AppError> {
        let (reader, now) = (state.db.reader(), state.clock.now_millis());
        let scheduled = store::scheduled(reader, now).await?;
        let ahead = Ahead::of(&doors::all(reader).await?, scheduled.first(), now);
        let next = match ahead.next.as_ref().and_then(|next| next.post) {
            Some(post) => Some(texts::find(reader, post, now).await?),
            None => None,
        };
        Ok(Self {
            now,
            is_fresh: !lists::is_any(reader).await?,
            ahead,
            next,
            own: store::own(reader, staff.id).await?,
            waiting: store::waiting(reader).await?,
            scheduled,
            recent: store::recent(reader).await?,
        })
    }
}
