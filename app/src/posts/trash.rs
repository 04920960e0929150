//! The trash: everything can be restored for thirty days.

use sqlx::sqlite::SqliteConnection;

use super::store::texts;
use super::store::{self, trash};
use super::{Act, EditablePost, PostError, PostId, PostState, PostStatus};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::time::UnixMillis;

/// How many days a post stays in the trash.
pub const DAYS: i64 = 30;

const DAY: i64 = 24 * 60 * 60_000;

/// How many posts are deleted in one transaction.
const BATCH: u32 = 20;

/// How a post came back from the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restored {
    /// It is what it was.
    AsBefore,
    /// It was scheduled for a door that another post has now, and is no longer scheduled.
    WithoutTime,
}

/// Moves a post to the trash. Readers who ask for a public one are told that it is gone.
///
/// # Errors
/// `InTrash` when it is there already; `NotYours` or `NotBegunByYou` when the role does not allow it.
pub async fn move_to_trash(act: &mut Act<'_>, post: PostId) -> Result<(), PostError> {
    let post = act.post(post).await?;
    if post.status == PostStatus::Trash {
        return Err(PostError::InTrash);
    }
    check(act, &post)?;
    store::remember_address(&mut act.tx, post.id, act.now).await?;
    trash::move_in(&mut act.tx, post.id, act.now).await?;
    act.log(AuditAction::Trashed, post.id).await
}

/// Restores a post from the trash: it is again what it was. A writer may restore what the writer may throw away. When
/// another post has taken the door for which it was scheduled, it has no time any more: it is ready, and somebody has to
/// decide again.
///
/// # Errors
/// `NotInTrash`; `NotYours` or `NotBegunByYou` when the role does not allow it.
pub async fn restore_from_trash(act: &mut Act<'_>, post: PostId) -> Result<Restored, PostError> {
    if act.post(post).await?.status != PostStatus::Trash {
        return Err(PostError::NotInTrash);
    }
    trash::take_out(&mut act.tx, post).await?;
    let restored = act.post(post).await?;
    check(act, &restored)?;
    let has_time = restored.door.is_some() || restored.published_at.is_some();
    let lost_time = restored.status == PostStatus::Scheduled && !has_time;
    if lost_time {
        texts::set_state(&mut act.tx, post, PostState::Ready).await?;
    }
    act.log(AuditAction::TakenFromTrash, post).await?;
    Ok(if lost_time { Restored::WithoutTime } else { Restored::AsBefore })
}

fn check(act: &Act<'_>, post: &EditablePost) -> Result<(), PostError> {
    if !post.may_be_decided_by(act.by) {
        Err(PostError::NotYours)
    } else if !post.may_be_trashed_by(act.by) {
        Err(PostError::NotBegunByYou)
    } else {
        Ok(())
    }
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
