//! Exchanging a picture for another file, everywhere at once, and undoing it.
//!
//! A picture never changes under its id, because browsers and proxies keep its files. So the new file becomes a picture of its
//! own that takes the other's place, and the other waits in the trash, from where it can be put back.

use super::LibraryPicture;
use super::store::{exchange::exchange, pictures};
use super::words::PictureWords;
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::media::intake::QueuePermit;
use crate::media::{self, PictureError, PictureId, SizedPicture, Upload};
use crate::staff::Staff;
use crate::state::AppState;

/// Parts in a thousand by which proportions may differ before a page looks another.
const TOLERANCE: u64 = 10;

/// A picture that has taken another's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Replaced {
    pub(crate) id: PictureId,
    /// Whether it has other proportions than the former one, so that pages look different.
    pub(crate) has_other_proportions: bool,
}

/// Puts a new file in a picture's place. Name, alternative text and caption go along; who took it does not.
///
/// # Errors
/// What is wrong with the file.
pub(crate) async fn replace(
    state: &AppState,
    by: &Staff,
    former: &LibraryPicture,
    permit: QueuePermit,
    file: Vec<u8>,
) -> Result<Replaced, PictureError> {
    let upload = Upload {
        bytes: file,
        alt: former.alt.clone(),
        decorative: former.alt.is_empty(),
        name: former.name.clone(),
        by: Some(by.id),
        is_of_its_own: true,
    };
    let added = media::add(&state.db, &state.media_folder, &state.clock, permit, upload).await?;
    let new = SizedPicture { id: added.id, width: added.width, height: added.height };
    put_in_place(state, by, former, new).await.map_err(PictureError::from)?;
    let area = |width: u32, height: u32| u64::from(width) * u64::from(height);
    let (one, other) = (area(former.width, new.height), area(new.width, former.height));
    let has_other_proportions = one.abs_diff(other) * 1000 > one.max(other) * TOLERANCE;
    Ok(Replaced { id: new.id, has_other_proportions })
}

async fn put_in_place(
    state: &AppState,
    by: &Staff,
    former: &LibraryPicture,
    new: SizedPicture,
) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let PictureWords { name, alt, caption, .. } = PictureWords::of(former);
    pictures::set_words(&mut tx, new.id, [&name, &alt, &caption, ""]).await?;
    exchange(&mut tx, former.id, new, now).await?;
    pictures::set_trashed(&mut tx, former.id, Some(now), Some(new.id)).await?;
    let target = AuditTarget::Named(former.name_or_word());
    audit_log::record(&mut tx, by, AuditAction::PictureReplaced, target, now).await?;
    Ok(tx.commit().await?)
}

/// Puts the picture back whose place another one took, and returns its id. The other one goes into the trash.
///
/// # Errors
/// [`AppError::NotFound`] when the former picture has been deleted, or was taken out of the trash by itself.
pub(crate) async fn undo(state: &AppState, by: &Staff, id: PictureId) -> Result<PictureId, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let former = pictures::replaced_by(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let former = pictures::find(&mut tx, former).await?;
    let back = SizedPicture { id: former.id, width: former.width, height: former.height };
    exchange(&mut tx, id, back, now).await?;
    pictures::set_trashed(&mut tx, former.id, None, None).await?;
    pictures::set_trashed(&mut tx, id, Some(now), None).await?;
    let target = AuditTarget::Named(former.name_or_word());
    audit_log::record(&mut tx, by, AuditAction::PictureRestored, target, now).await?;
    tx.commit().await?;
    Ok(former.id)
}
