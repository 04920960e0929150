//! The library's trash: where unused pictures wait for thirty days before they are deleted.

use super::store::{pictures, uses};
use super::{LibraryPicture, PictureUse};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::media::PictureId;
use crate::staff::Staff;
use crate::state::AppState;
use crate::time::UnixMillis;

/// How many days a picture stays in the trash.
pub(crate) const DAYS: i64 = 30;
const DAY: i64 = 24 * 60 * 60_000;

/// Returns when a picture is deleted that has been in the trash since an instant.
pub(crate) fn deleted_at(since: UnixMillis) -> UnixMillis {
    since + DAYS * DAY
}

/// What became of a picture that was to be thrown away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Thrown {
    /// It is in the trash: its name.
    Trashed(String),
    /// It stays: these would lose it.
    InUse(Vec<PictureUse>),
}

/// Puts a picture into the trash, unless something uses it.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such picture.
pub(crate) async fn throw(state: &AppState, by: &Staff, id: PictureId) -> Result<Thrown, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let picture = pictures::find(&mut tx, id).await?;
    let uses = uses::uses_of(&mut tx, id).await?;
    if !uses.is_empty() {
        return Ok(Thrown::InUse(uses));
    }
    if picture.trashed_at.is_none() {
        pictures::set_trashed(&mut tx, id, Some(now), None).await?;
        let target = AuditTarget::Named(picture.name_or_word());
        audit_log::record(&mut tx, by, AuditAction::PictureTrashed, target, now).await?;
        tx.commit().await?;
    }
    Ok(Thrown::Trashed(picture.name_or_word().to_owned()))
}

/// Takes a picture out of the trash.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such picture.
pub(crate) async fn restore(state: &AppState, by: &Staff, id: PictureId) -> Result<LibraryPicture, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let picture = pictures::find(&mut tx, id).await?;
    if picture.trashed_at.is_some() {
        pictures::set_trashed(&mut tx, id, None, None).await?;
        let target = AuditTarget::Named(picture.name_or_word());
        audit_log::record(&mut tx, by, AuditAction::PictureRestored, target, now).await?;
        tx.commit().await?;
    }
    Ok(picture)
}
