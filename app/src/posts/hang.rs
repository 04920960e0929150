//! Hanging a guldkorn on a door. Its opening is then the time of publication.

use super::save::finish;
use super::store::{doors, texts};
use super::{EditablePost, PostError, PostStatus};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::ids::EditionId;
use crate::posts::{PostId, PostKind, checks};
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::UnixMillis;

/// Hangs a text on a door. What hung there takes the place from which the text comes, or comes down.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn hang(
    state: &AppState,
    by: &Staff,
    post: PostId,
    edition: EditionId,
    day: u16,
) -> Result<Result<(), PostError>, AppError> {
    hang_back(state, by, post, edition, day, false).await
}

/// Hangs a text where it hung before, and gives it to readers again as they would have had it, if an editor had decided
/// so: `was_decided`. What hangs there now comes down.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn hang_back(
    state: &AppState,
    by: &Staff,
    post: PostId,
    edition: EditionId,
    day: u16,
    was_decided: bool,
) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, post, now).await?;
    let Some(door) = doors::find(&mut tx, edition, day).await? else { return Ok(Err(PostError::NoDoor)) };
    if let Some(refusal) = refusal(&work, by) {
        return Ok(Err(refusal));
    }
    if door.post == Some(post) {
        return Ok(Ok(()));
    }
    let other = match door.post {
        Some(other) => Some(texts::work(&mut tx, other, now).await?),
        None => None,
    };
    if other.as_ref().is_some_and(|other| !other.may_be_decided_by(by)) {
        return Ok(Err(PostError::DoorNotYours));
    }
    doors::take_down(&mut tx, post).await?;
    if let Some(other) = &other {
        doors::take_down(&mut tx, other.id).await?;
    }
    doors::hang(&mut tx, edition, day, post).await?;
    let is_again = was_decided
        && by.role >= Role::Editor
        && work.status == PostStatus::Ready
        && checks::missing(work.kind, &work.text).is_empty();
    if work.status.is_decided() || is_again {
        texts::publish(&mut tx, post, None, now).await?;
    }
    if is_again {
        audit_log::record(&mut tx, by, AuditAction::Published, AuditTarget::Post(post), now).await?;
    }
    let about = format!("lucka {day}, {}", door.edition_title);
    audit_log::record(&mut tx, by, AuditAction::Hung, AuditTarget::PostWith(post, &about), now).await?;
    match (&other, &work.place) {
        (Some(other), Some(place)) => {
            doors::hang(&mut tx, place.edition, place.day, other.id).await?;
            let about = format!("lucka {}, {}", place.day, place.title);
            audit_log::record(&mut tx, by, AuditAction::Hung, AuditTarget::PostWith(other.id, &about), now)
                .await?;
        }
        (Some(other), None) => comes_down(&mut tx, by, other, now).await?,
        (None, _) => {}
    }
    finish(tx, Ok(())).await
}

/// Takes a text off its door.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn take_down(
    state: &AppState,
    by: &Staff,
    post: PostId,
) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, post, now).await?;
    if let Some(refusal) = refusal(&work, by) {
        return Ok(Err(refusal));
    }
    if work.place.is_none() {
        return Ok(Ok(()));
    }
    doors::take_down(&mut tx, post).await?;
    comes_down(&mut tx, by, &work, now).await?;
    finish(tx, Ok(())).await
}

fn refusal(work: &EditablePost, by: &Staff) -> Option<PostError> {
    if work.kind != PostKind::Guldkorn {
        return Some(PostError::NotGuldkorn);
    }
    if work.status == PostStatus::Trash {
        return Some(PostError::InTrash);
    }
    let may = work.may_be_decided_by(by) && by.role >= Role::Writer;
    (!may).then_some(PostError::NotYours)
}

/// What readers have stays with them from the moment at which they got it. What waited for its door has no time any
/// more, so somebody has to decide again.
async fn comes_down(
    writer: &mut sqlx::sqlite::SqliteConnection,
    by: &Staff,
    work: &EditablePost,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    match work.status {
        PostStatus::Published => texts::publish(writer, work.id, work.public_from, now).await?,
        PostStatus::Scheduled => texts::set_state(writer, work.id, "ready").await?,
        _ => {}
    }
    let about = work.place.as_ref().map(|place| format!("lucka {}, {}", place.day, place.title));
    let subject = AuditTarget::PostWith(work.id, about.as_deref().unwrap_or_default());
    audit_log::record(writer, by, AuditAction::TakenDown, subject, now).await
}
