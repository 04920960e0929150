//! Keeping what somebody writes, while it is being written: never among the versions, never before readers.

use super::save::Save;
use super::store::drafts::{self, Draft};
use super::store::{revisions, texts};
use crate::error::AppError;
use crate::posts::{DraftVersion, PostId};
use crate::staff::{Staff, StaffId};
use crate::state::AppState;

/// What became of a text that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Autosaved {
    /// It is on the disk since an instant, in milliseconds UTC.
    At(DraftVersion),
    /// It says what the newest version says, so there is nothing to keep.
    AlreadySaved,
    /// The same person keeps the same text from elsewhere, and this window does not know of it: nothing was written.
    ElsewhereAt(DraftVersion),
}

/// Keeps a writer's text. Two windows of one person do not write over each other.
///
/// # Errors
/// `NotFound` when there is no such text, or when the database refuses.
pub async fn autosave(state: &AppState, by: &Staff, save: Save<'_>) -> Result<Autosaved, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let work = texts::work(&mut tx, save.post, now).await?;
    let before = drafts::find(&mut tx, save.post, by.id).await?;
    if let Some(before) =
        before.as_ref().filter(|before| before.text == *save.text && before.base == save.base)
    {
        return Ok(Autosaved::At(before.version));
    }
    // What says the same as the newest version is saved, whatever it began from.
    let is_saved = *save.text == work.text;
    let elsewhere = before.as_ref().map(|before| before.version);
    let elsewhere = elsewhere
        .max(revisions::saved_after(&mut tx, save.post, save.base, by.id).await?.map(DraftVersion::at));
    if let Some(at) = elsewhere.filter(|at| *at > save.known && !is_saved) {
        return Ok(Autosaved::ElsewhereAt(at));
    }
    let kept = if is_saved {
        drafts::discard(&mut tx, save.post, by.id, save.known).await?;
        Autosaved::AlreadySaved
    } else {
        let version =
            DraftVersion::at(now).max(before.map_or(DraftVersion::NONE, |before| before.version.next()));
        let draft = Draft { base: save.base, version, text: save.text.clone() };
        drafts::keep(&mut tx, save.post, by.id, &draft).await?;
        Autosaved::At(version)
    };
    tx.commit().await?;
    Ok(kept)
}

/// Throws a writer's own draft away: the newest version counts.
///
/// # Errors
/// When the database refuses.
pub async fn discard(state: &AppState, by: &Staff, post: PostId) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    drafts::discard(&mut tx, post, by.id, DraftVersion(i64::MAX)).await?;
    Ok(tx.commit().await?)
}

/// Goes on with what somebody else has written and not saved: it becomes the asker's own draft, in place of the one
/// that the asker had. The other's stays.
///
/// # Errors
/// `NotFound` when the other has no draft of that text, or when the database refuses.
pub async fn take_over(state: &AppState, by: &Staff, post: PostId, from: StaffId) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let theirs = drafts::find(&mut tx, post, from).await?.ok_or(AppError::NotFound)?;
    let mine = drafts::find(&mut tx, post, by.id).await?;
    let version = DraftVersion::at(now).max(mine.map_or(DraftVersion::NONE, |mine| mine.version.next()));
    drafts::keep(&mut tx, post, by.id, &Draft { version, ..theirs }).await?;
    Ok(tx.commit().await?)
}
