//! The trash: everything can be taken back for thirty days.

use crate::posts::PostId;
use sqlx::sqlite::SqliteConnection;

use super::save::finish;
use super::store::{texts, trash};
use super::{PostError, PostStatus, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::UnixMillis;

/// How long a text lies in the trash.
pub const DAYS: i64 = 30;

const DAY: i64 = 24 * 60 * 60_000;

/// How many posts are deleted in one transaction.
const BATCH: u32 = 20;

/// Throws a text away. Readers who ask for a public one are told that it is gone.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn throw_in(state: &AppState, by: &Staff, post: PostId) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, post, now).await?;
    if work.status == PostStatus::Trash {
        return Ok(Err(PostError::InTrash));
    }
    if !work.may_be_decided_by(by) {
        return Ok(Err(PostError::NotYours));
    }
    store::remember_address(&mut tx, post, now).await?;
    trash::throw_in(&mut tx, post, now).await?;
    audit_log::record(&mut tx, by, AuditAction::Trashed, AuditTarget::Post(post), now).await?;
    finish(tx, Ok(())).await
}

/// Takes a text back: it is again what it was.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn take_out(state: &AppState, by: &Staff, post: PostId) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, post, now).await?;
    if work.status != PostStatus::Trash {
        return Ok(Err(PostError::NotInTrash));
    }
    trash::take_out(&mut tx, post).await?;
    // A writer may take back what a writer may throw away.
    if !texts::work(&mut tx, post, now).await?.may_be_decided_by(by) {
        return Ok(Err(PostError::NotYours));
    }
    audit_log::record(&mut tx, by, AuditAction::TakenFromTrash, AuditTarget::Post(post), now).await?;
    finish(tx, Ok(())).await
}

/// Deletes for good some of the posts that have lain in the trash for [`DAYS`], and returns how many: 0 when there are
/// none left. Only the maintenance task calls it, once it has made sure of the clock.
pub(crate) async fn empty_trash(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<usize, sqlx::Error> {
    let deleted = trash::empty(writer, now - DAYS * DAY, BATCH).await?;
    for post in &deleted {
        audit_log::record_by_system(writer, AuditAction::Deleted, AuditTarget::Post(*post), now).await?;
    }
    Ok(deleted.len())
}
