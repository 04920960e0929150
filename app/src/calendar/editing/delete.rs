//! Deleting an edition that nobody needs. What readers know of, and what texts hang in, stays.

use super::store;
use super::words::ranges;
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::{EditionForm, EditionId};
use crate::error::AppError;
use crate::staff::Staff;
use crate::state::AppState;

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Deleted {
    /// It is gone: what it takes to begin it again.
    Done(Box<EditionForm>),
    /// What to do first.
    Refused(String),
    /// There is no such edition.
    Unknown,
}

/// Deletes an edition that is a draft and has nothing on its doors.
pub(crate) async fn delete(state: &AppState, staff: &Staff, id: EditionId) -> Result<Deleted, AppError> {
    let mut tx = state.db.write_content().await?;
    let Some(kept) = store::find(&mut *tx, id).await? else { return Ok(Deleted::Unknown) };
    if kept.is_public() {
        let words = "Läsarna ser kalendern. Gör den till ett utkast först, och ta bort den sedan.";
        return Ok(Deleted::Refused(words.into()));
    }
    let hung = store::hung_after(&mut tx, id, 0).await?;
    if !hung.is_empty() {
        let words = format!("Texter hänger på dag {}. Ta ner dem från luckorna först.", ranges(&hung));
        return Ok(Deleted::Refused(words));
    }
    let labels = store::labels(&mut tx, id).await?;
    store::delete(&mut tx, id).await?;
    let subject = AuditTarget::Named(&kept.title);
    audit_log::record(&mut tx, staff, AuditAction::EditionDeleted, subject, state.clock.now_millis()).await?;
    tx.commit().await?;
    let labels = labels.into_iter().map(|(day, label)| (day.to_string(), label)).collect();
    Ok(Deleted::Done(Box::new(EditionForm { labels, ..kept.typed() })))
}
