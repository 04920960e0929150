//! Publishing and what undoes it.

use super::save::{Save, add_version, finish};
use super::store::{put, revisions, texts};
use super::{EditablePost, PostContent, PostError, PostStatus, checks, store};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::posts::PostId;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time;
use crate::time::UnixMillis;

/// Saves a text and says that it is ready for somebody who may publish.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn say_ready(
    state: &AppState,
    by: &Staff,
    save: Save<'_>,
) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let work = texts::work(&mut tx, save.post, now).await?;
    let saved = add_version(&mut tx, &work, by, save, None, now).await?;
    if saved.is_ok() && work.status == PostStatus::Draft {
        texts::set_state(&mut tx, work.id, "ready").await?;
        audit_log::record(&mut tx, by, AuditAction::SaidReady, AuditTarget::Post(work.id), now).await?;
    }
    finish(tx, saved.map(|_| ())).await
}

/// Makes a text a draft again, whether it was ready, withdrawn or waiting for its time.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn make_draft(
    state: &AppState,
    by: &Staff,
    post: PostId,
) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, post, now).await?;
    let refusal = match work.status {
        PostStatus::Trash => Some(PostError::InTrash),
        // What readers have is withdrawn, so that they are told.
        PostStatus::Published => Some(PostError::NotYours),
        _ if !work.may_be_decided_by(by) => Some(PostError::NotYours),
        _ => None,
    };
    if let Some(refusal) = refusal {
        return Ok(Err(refusal));
    }
    texts::set_state(&mut tx, post, "draft").await?;
    put_newest(&mut tx, &work, now).await?;
    audit_log::record(&mut tx, by, AuditAction::MadeDraft, AuditTarget::Post(post), now).await?;
    finish(tx, Ok(())).await
}

/// Saves a text and gives it to readers: now, at its time, or when its door opens. For editors.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn publish(
    state: &AppState,
    by: &Staff,
    save: Save<'_>,
) -> Result<Result<(), PostError>, AppError> {
    if by.role < Role::Editor {
        return Ok(Err(PostError::NotYours));
    }
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, save.post, now).await?;
    if !checks::missing(work.kind, save.text).is_empty() {
        return Ok(Err(PostError::Missing));
    }
    let number = match add_version(&mut tx, &work, by, save, None, now).await? {
        Ok(number) => number,
        Err(refusal) => return Ok(Err(refusal)),
    };
    put(&mut tx, work.id, work.kind, save.text, now).await?;
    revisions::give_readers(&mut tx, work.id, number).await?;
    texts::publish(&mut tx, work.id, from_when(&work, save.text, now), now).await?;
    audit_log::record(&mut tx, by, AuditAction::Published, AuditTarget::Post(work.id), now).await?;
    finish(tx, Ok(())).await
}

/// From when readers have it. Nothing for a text on a door: were it taken down, it must not come out at once.
fn from_when(work: &EditablePost, text: &PostContent, now: UnixMillis) -> Option<UnixMillis> {
    if work.place.is_some() {
        return None;
    }
    let was_public = matches!(work.status, PostStatus::Published | PostStatus::Withdrawn);
    let already = work.published_at.filter(|at| was_public && *at <= now);
    time::parse_local(&text.publish_at).or(already).or(Some(now))
}

/// Takes a text away from its readers, or keeps it from those who would have had it. For editors.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was done.
pub async fn withdraw(state: &AppState, by: &Staff, post: PostId) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let work = texts::work(&mut tx, post, now).await?;
    if !work.status.is_decided() {
        return Ok(Err(PostError::NotPublished));
    }
    if !work.may_be_decided_by(by) {
        return Ok(Err(PostError::NotYours));
    }
    store::withdraw(&mut tx, post, now).await?;
    put_newest(&mut tx, &work, now).await?;
    audit_log::record(&mut tx, by, AuditAction::Withdrawn, AuditTarget::Post(post), now).await?;
    finish(tx, Ok(())).await
}

/// A text that readers do not have is as it was last saved.
async fn put_newest(
    writer: &mut sqlx::sqlite::SqliteConnection,
    work: &EditablePost,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    if work.newest > work.published_revision {
        put(writer, work.id, work.kind, &work.text, now).await?;
        revisions::give_readers(writer, work.id, work.newest).await?;
    }
    Ok(())
}
