//! Taking in a new picture: prepared, on the disk, in the database, in this order. A row never comes before its files,
//! and files without a row are deleted again, by the next start where the process has ended in between.

use std::fmt::Display;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::intake::{PreparedPicture, QueuePermit};
use super::new_folder::NewFolder;
use super::sized_picture::SizedPicture;
use super::store::{NewPicture, Variant, add_picture};
use super::{PictureError, PictureId, Tone, files, store};
use crate::db::Db;
use crate::ids::StaffId;
use crate::time::Clock;

/// The longest alternative text, in characters.
const LONGEST_ALT: usize = 500;

/// A picture as somebody sent it.
#[derive(Debug)]
pub struct Upload {
    /// The file, of any format.
    pub bytes: Vec<u8>,
    /// Alternative text as typed.
    pub alt: String,
    /// Whether the picture needs no alternative text, or gets one later.
    pub decorative: bool,
    /// The name by which staff find it in the library.
    pub name: String,
    /// The staff member who sent it; none for one that is imported.
    pub by: Option<StaffId>,
    /// Whether it becomes a picture of its own even if the same file is a picture already, so that the two can have
    /// different fates.
    pub is_of_its_own: bool,
}

/// A picture that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedPicture {
    /// Id under which texts name it as their lead picture.
    pub id: PictureId,
    /// Width of the original, upright, in pixels.
    pub width: u32,
    /// Height of the original, upright, in pixels.
    pub height: u32,
    /// Address by which a text's body names it.
    pub src: String,
    /// All its widths, for the attribute `srcset`.
    pub srcset: String,
    /// Whether the same file was sent before, and this is the picture that it became then.
    pub is_known: bool,
}

/// Takes a picture in. Once begun it is done to the end, also when the client has disconnected.
///
/// # Errors
/// See [`PictureError`].
pub async fn add(
    db: &Db,
    media_folder: &Arc<Path>,
    clock: &Clock,
    permit: QueuePermit,
    upload: Upload,
) -> Result<AddedPicture, PictureError> {
    let (db, media_folder, clock) = (db.clone(), Arc::clone(media_folder), clock.clone());
    let adding = tokio::spawn(async move { take_in(&db, media_folder, &clock, permit, upload).await });
    adding.await.unwrap_or_else(|error| Err(internal("adding a picture was aborted", &error)))
}

async fn take_in(
    db: &Db,
    media_folder: Arc<Path>,
    clock: &Clock,
    permit: QueuePermit,
    upload: Upload,
) -> Result<AddedPicture, PictureError> {
    let alt = validate_alt(&upload)?;
    if upload.bytes.is_empty() {
        return Err(PictureError::NoFile);
    }
    let (upload_bytes, file_hash) = hashed(upload.bytes).await?;
    // The same file again is the same picture: it is stored once.
    if !upload.is_of_its_own {
        let known = reuse(db, &file_hash).await;
        let known = known.map_err(|error| internal("pictures could not be looked up", &error))?;
        if let Some((id, width, height)) = known {
            return Ok(added(SizedPicture { id, width, height }, true));
        }
    }
    let PreparedPicture { width, height, tone, files } = permit.prepare(upload_bytes).await?;
    let id = PictureId::random().map_err(|error| internal("no random bits", &error))?;
    let variants = files.iter().map(|(variant, _)| variant.clone()).collect();
    let folder = write_files(media_folder, id, files).await?;

    let picture = NewPicture { id, width, height, variants, alt, added_by: upload.by };
    if let Err(error) = save(db, &picture, &upload.name, tone, &file_hash, clock).await {
        folder.discard();
        return Err(internal("a picture's row could not be saved", &error));
    }
    folder.settle();
    Ok(added(SizedPicture { id, width, height }, false))
}

fn added(sized: SizedPicture, is_known: bool) -> AddedPicture {
    let SizedPicture { id, width, height } = sized;
    AddedPicture { id, width, height, src: sized.address(), srcset: sized.srcset(), is_known }
}

/// Returns a file with its SHA-256. A large one takes a moment, so not on an async thread.
async fn hashed(bytes: Vec<u8>) -> Result<(Vec<u8>, [u8; 32]), PictureError> {
    let hashing = tokio::task::spawn_blocking(move || {
        let hash = Sha256::digest(&bytes).into();
        (bytes, hash)
    });
    hashing.await.map_err(|error| internal("hashing a picture was aborted", &error))
}

fn validate_alt(upload: &Upload) -> Result<String, PictureError> {
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

async fn write_files(
    media_folder: Arc<Path>,
    id: PictureId,
    files: Vec<(Variant, Vec<u8>)>,
) -> Result<NewFolder, PictureError> {
    let writing = tokio::task::spawn_blocking(move || {
        let files = files.iter().map(|(variant, bytes)| (&*variant.name, &**bytes));
        files::write_new(&media_folder, id, files)
    });
    let written = writing.await.map_err(|error| internal("writing a picture was aborted", &error))?;
    written.map_err(|error| internal("a picture's files could not be written", &error))
}

/// Finds the picture that was made of the same file.
async fn reuse(db: &Db, file_hash: &[u8]) -> Result<Option<(PictureId, u32, u32)>, sqlx::Error> {
    let mut change = db.write_quietly().await?;
    let known = store::reuse(&mut change, file_hash).await?;
    change.commit().await?;
    Ok(known)
}

async fn save(
    db: &Db,
    picture: &NewPicture,
    name: &str,
    tone: Option<Tone>,
    file_hash: &[u8],
    clock: &Clock,
) -> Result<(), sqlx::Error> {
    // No reader sees it before a text shows it.
    let mut change = db.write_quietly().await?;
    add_picture(&mut change, picture, clock.now_millis()).await?;
    store::set_name(&mut change, picture.id, name).await?;
    store::set_tone(&mut change, picture.id, tone).await?;
    store::set_file_hash(&mut change, picture.id, file_hash).await?;
    change.commit().await
}

fn internal(what: &'static str, error: &dyn Display) -> PictureError {
    tracing::error!(%error, "{what}");
    PictureError::Internal
}
