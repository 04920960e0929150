//! The way of a new picture: prepared, on the disk, in the database, in this order. A row never comes before its
//! files, and files without a row are taken away again.

use super::intake::{Prepared, QueuePermit};
use super::sizes::SizedPicture;
use super::store::{NewPicture, add_picture};
use super::{PictureError, files, new_id};
use crate::ids::StaffId;
use crate::state::AppState;

/// The longest alternative text, in characters.
const LONGEST_ALT: usize = 500;

/// A picture as somebody sent it.
#[derive(Debug)]
pub struct Upload {
    /// The file.
    pub bytes: Vec<u8>,
    /// Words for those who do not see it.
    pub alt: String,
    /// Whether it tells nothing that needs words.
    pub decorative: bool,
    /// Who sent it.
    pub by: StaffId,
}

/// A picture that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Its number.
    pub id: String,
    /// Width of the original, upright, in pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The address that a text names it by.
    pub src: String,
    /// All its widths, as the attribute `srcset` has them.
    pub srcset: String,
}

/// Takes a picture in. Once it has begun it is done to the end, also when nobody waits any longer.
///
/// # Errors
/// See [`PictureError`].
pub async fn add(state: &AppState, place: QueuePermit, upload: Upload) -> Result<Added, PictureError> {
    let state = state.clone();
    tokio::spawn(async move { take_in(&state, place, upload).await }).await.unwrap_or_else(|error| {
        tracing::error!(%error, "taking in a picture broke off");
        Err(PictureError::Fault)
    })
}

async fn take_in(state: &AppState, place: QueuePermit, upload: Upload) -> Result<Added, PictureError> {
    let alt = alt(&upload)?;
    if upload.bytes.is_empty() {
        return Err(PictureError::NoFile);
    }
    let Prepared { width, height, files: prepared } = place.prepare(upload.bytes).await?;
    let id = new_id().map_err(|error| fault("no random bits", &error))?;
    let variants = prepared.iter().map(|(variant, _)| variant.clone()).collect();
    let picture = NewPicture { id, width, height, variants, alt, added_by: Some(upload.by) };

    let (folder, number) = (state.media_folder.clone(), picture.id.clone());
    let written = tokio::task::spawn_blocking(move || {
        let files = prepared.iter().map(|(variant, bytes)| (&*variant.name, &**bytes));
        files::write(&folder, &number, files)
    });
    let written = written.await.map_err(|error| fault("writing a picture broke off", &error))?;
    written.map_err(|error| fault("a picture could not be written", &error))?;

    if let Err(error) = save(state, &picture).await {
        files::remove(&state.media_folder, &picture.id);
        return Err(fault("a picture could not be saved", &error));
    }
    let sized = SizedPicture { id: &picture.id, width, height };
    Ok(Added { src: sized.address(), srcset: sized.srcset(), width, height, id: picture.id })
}

fn alt(upload: &Upload) -> Result<String, PictureError> {
    let alt = upload.alt.split_whitespace().collect::<Vec<_>>().join(" ");
    if upload.decorative {
        Ok(String::new())
    } else if alt.is_empty() {
        Err(PictureError::NoAlt)
    } else if alt.chars().count() > LONGEST_ALT {
        Err(PictureError::LongAlt)
    } else {
        Ok(alt)
    }
}

/// No reader sees it yet.
async fn save(state: &AppState, picture: &NewPicture) -> Result<(), sqlx::Error> {
    let mut change = state.db.write_quietly().await?;
    add_picture(&mut change, picture, state.clock.now_millis()).await?;
    change.commit().await
}

fn fault(what: &'static str, error: &dyn std::fmt::Display) -> PictureError {
    tracing::error!(%error, "{what}");
    PictureError::Fault
}
