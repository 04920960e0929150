//! Saving: a writer's text becomes the newest version.

use crate::posts::{DraftVersion, PostId, Revision};
use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

use super::store::revisions::{self, NewRevision};
use super::store::{drafts, put, texts};
use super::{EditablePost, PostContent, PostError};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::db::WriteTransaction;
use crate::error::AppError;
use crate::staff::Staff;
use crate::state::AppState;

/// The version that a text gets which was there before anybody saved one.
const FIRST: Revision = Revision(1);

/// What somebody wants to save.
#[derive(Debug, Clone, Copy)]
pub struct Save<'a> {
    /// The text's number.
    pub post: PostId,
    /// The version that the writing began from.
    pub base: Revision,
    /// When this window last kept it, 0 for never.
    pub known: DraftVersion,
    /// What it is to say.
    pub text: &'a PostContent,
}

/// Saves a version. What readers have of a published text stays.
///
/// # Errors
/// When the database refuses. The inner error says why nothing was saved.
pub async fn save(state: &AppState, by: &Staff, save: Save<'_>) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let work = texts::work(&mut tx, save.post, now).await?;
    let saved = add_version(&mut tx, &work, by, save, None, now).await?;
    finish(tx, saved.map(|_| ())).await
}

/// Brings an older version back as the newest.
///
/// # Errors
/// `NotFound` when there is no such version. The inner error says why nothing was saved.
pub async fn bring_back(
    state: &AppState,
    by: &Staff,
    post: PostId,
    number: Revision,
    base: Revision,
) -> Result<Result<(), PostError>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let text = revisions::content(&mut tx, post, number).await?;
    let work = texts::work(&mut tx, post, now).await?;
    let saved = add_version(
        &mut tx,
        &work,
        by,
        Save { post, base, known: DraftVersion::NONE, text: &text },
        Some(number),
        now,
    )
    .await?;
    finish(tx, saved.map(|_| ())).await
}

/// Commits what was done, or lets go of what was refused.
pub(super) async fn finish<T>(
    tx: WriteTransaction,
    done: Result<T, PostError>,
) -> Result<Result<T, PostError>, AppError> {
    if done.is_ok() {
        tx.commit().await?;
    }
    Ok(done)
}

/// Adds a version and tells its number. The draft that this window kept has done its work; one of another window
/// stays. A text that readers do not have is at once as it was saved.
pub(super) async fn add_version(
    writer: &mut SqliteConnection,
    work: &EditablePost,
    by: &Staff,
    save: Save<'_>,
    restored_from: Option<Revision>,
    now: UnixMillis,
) -> Result<Result<Revision, PostError>, sqlx::Error> {
    if work.trashed_at.is_some() {
        return Ok(Err(PostError::InTrash));
    }
    let is_the_same = *save.text == work.text;
    if save.base != work.newest && !is_the_same {
        return Ok(Err(PostError::Newer));
    }
    drafts::discard(writer, work.id, by.id, save.known).await?;
    if is_the_same && work.newest > Revision::NONE {
        return Ok(Ok(work.newest));
    }
    let before = keep_original(writer, work).await?;
    let number = before.next();
    let revision = NewRevision { number, text: save.text, by: Some(by.id), saved_at: now, restored_from };
    revisions::add(writer, work.id, revision).await?;
    let action = if restored_from.is_some() { AuditAction::BroughtBack } else { AuditAction::Saved };
    audit_log::record(writer, by, action, AuditTarget::Post(work.id), now).await?;
    if !work.status.is_decided() {
        put(writer, work.id, work.kind, save.text, now).await?;
        revisions::give_readers(writer, work.id, number).await?;
    }
    Ok(Ok(number))
}

/// A text that nobody began here has a first version before anybody changes it. Tells the newest number.
pub(super) async fn keep_original(
    writer: &mut SqliteConnection,
    work: &EditablePost,
) -> Result<Revision, sqlx::Error> {
    if work.newest > Revision::NONE || !work.is_from_elsewhere {
        return Ok(work.newest);
    }
    let original = NewRevision {
        number: FIRST,
        text: &work.text,
        by: None,
        saved_at: work.updated_at,
        restored_from: None,
    };
    revisions::add(writer, work.id, original).await?;
    revisions::give_readers(writer, work.id, FIRST).await?;
    Ok(FIRST)
}
