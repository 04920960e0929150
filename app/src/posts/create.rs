//! Beginning a post.

use super::store::texts;
use super::{Act, PostError, PostId, PreparedContent};
use crate::audit_log::AuditAction;

/// Begins a post of which nothing is written but how it is to be told, and returns its id.
///
/// # Errors
/// When the database refuses.
pub async fn create(act: &mut Act<'_>, content: &PreparedContent) -> Result<PostId, PostError> {
    let post = texts::create(&mut act.tx, content, act.by.id, act.now).await?;
    act.note_title();
    act.log(AuditAction::Begun, post).await?;
    Ok(post)
}
