//! Deleting an edition.

use super::{EditionError, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::calendar::{EditionForm, EditionId};
use crate::staff::Staff;
use crate::state::AppState;

/// Deletes a draft on whose doors nothing hangs. Returns the form that creates it again.
pub(crate) async fn delete(
    state: &AppState,
    staff: &Staff,
    id: EditionId,
) -> Result<EditionForm, EditionError> {
    let mut tx = state.db.write_content().await?;
    let edition = store::find(&mut *tx, id).await?.ok_or(EditionError::NotFound)?;
    if edition.is_published() {
        return Err(EditionError::Published);
    }
    let hung = store::hung_after(&mut tx, id, 0).await?;
    if !hung.is_empty() {
        return Err(EditionError::HasPosts(hung));
    }
    let labels = store::labels(&mut tx, id).await?;
    store::delete(&mut tx, id).await?;
    let target = AuditTarget::Named(&edition.title);
    audit_log::record(&mut tx, staff, AuditAction::EditionDeleted, target, state.clock.now_millis()).await?;
    tx.commit().await?;
    let labels = labels.into_iter().map(|(day, label)| (day.to_string(), label)).collect();
    Ok(EditionForm { labels, ..edition.to_form() })
}
