//! Beginning a text.

use super::PostContent;
use super::store::texts;
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::posts::{PostId, PostKind};
use crate::staff::Staff;
use crate::state::AppState;

/// Begins a text of which nothing is written but how it is to be told, and tells its number.
///
/// # Errors
/// When the database refuses.
pub async fn begin(
    state: &AppState,
    by: &Staff,
    kind: PostKind,
    text: &PostContent,
) -> Result<PostId, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let post = texts::begin(&mut tx, kind, text, by.id, now).await?;
    audit_log::record(&mut tx, by, AuditAction::Begun, AuditTarget::Post(post), now).await?;
    tx.commit().await?;
    Ok(post)
}
