//! `/admin`, the dashboard: the first page after the log-in, with what matters first.
//!
//! Doors that open soon with nothing behind them come before everything else; then what opens next, and what the
//! member of staff and others are working on.

mod ahead;
mod proxy;
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

/// What somebody's dashboard shows.
struct Dashboard {
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

/// Renders the dashboard.
pub(super) async fn room(state: &AppState, staff: &Staff) -> Result<PrerenderedAdminPage, AppError> {
    let dashboard = Dashboard::of(state, staff).await?;
    let proxy = proxy::missing_headers(state, staff).await?;
    Ok(PrerenderedAdminPage {
        title: "Skrivbordet".into(),
        html: render_to_string(views::dashboard(&dashboard, staff, &proxy)),
    })
}

impl Dashboard {
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
