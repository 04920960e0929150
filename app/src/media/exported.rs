//! Pictures that come back from an export, each file as it was stored: nothing is lost by encoding it again.

use std::io::Cursor;
use std::path::Path;

use image::ImageReader;
use sqlx::sqlite::SqliteConnection;

use super::crop::{self, Framing, PreparedFraming};
use super::intake::{self, MOST_BYTES, svg};
use super::sized_picture::variant_widths;
use super::store::{self, NewPicture, Variant};
use super::{PictureError, PictureId, files};
use crate::time::UnixMillis;

/// A picture that comes back.
#[derive(Debug, Clone)]
pub(crate) struct ExportedPicture {
    pub(crate) id: PictureId,
    pub(crate) name: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) alt: String,
    pub(crate) caption: String,
    pub(crate) credit: String,
    pub(crate) framing: Framing,
    /// SHA-256 of the file that was sent once, if it is known.
    pub(crate) file_hash: Option<Vec<u8>>,
    pub(crate) created_at: UnixMillis,
}

/// Files of a picture with what the database knows of them.
pub(crate) type Files = Vec<(Variant, Vec<u8>)>;

/// Judges the files of a picture: each must be what it says, and a drawing that does more than draw is
/// read as shapes and written anew. Where widths
/// are missing, all of them are made of the widest file. It may work for a second: call it on a thread for blocking work.
///
/// # Errors
/// `Broken` when a file is no picture, or another one than it says.
pub(crate) fn judge(width: u32, mut files: Files) -> Result<Files, PictureError> {
    for (variant, bytes) in &mut files {
        if bytes.len() > MOST_BYTES {
            return Err(PictureError::TooLarge);
        }
        if variant.media_type == svg::MEDIA_TYPE {
            if !svg::is_inert(bytes) {
                *bytes = redrawn(variant, bytes)?;
            }
        } else {
            check(variant, bytes)?;
        }
        variant.bytes = i64::try_from(bytes.len()).map_err(|_| PictureError::TooLarge)?;
    }
    let has = |width: &u32| files.iter().any(|(variant, _)| is_webp(variant) && variant.width == *width);
    // A drawing has every width by itself.
    let is_drawing = files.iter().any(|(variant, _)| variant.media_type == svg::MEDIA_TYPE);
    if is_drawing || variant_widths(width).iter().all(has) {
        return Ok(files);
    }
    let widest = files.iter().max_by_key(|(variant, bytes)| (variant.width, bytes.len()));
    let (_, bytes) = widest.ok_or(PictureError::Broken)?;
    Ok(intake::prepare(bytes)?.files)
}

/// Reads a drawing as one that somebody sends.
fn redrawn(variant: &Variant, bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let drawn = intake::prepare(bytes)?;
    let file = drawn.files.into_iter().find(|(drawing, _)| drawing.name == variant.name);
    file.map(|(_, bytes)| bytes).ok_or(PictureError::Broken)
}

fn check(variant: &Variant, bytes: &[u8]) -> Result<(), PictureError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let reader = reader.map_err(|_| PictureError::Broken)?;
    let format = reader.format().ok_or(PictureError::WrongKind)?;
    let ending =
        format.extensions_str().iter().find(|ending| variant.name == format!("{}.{ending}", variant.width));
    let (width, _) = reader.into_dimensions().map_err(|_| PictureError::Broken)?;
    let is_what_it_says = format.to_mime_type() == variant.media_type && width == variant.width;
    if ending.is_some() && is_what_it_says { Ok(()) } else { Err(PictureError::Broken) }
}

fn is_webp(variant: &Variant) -> bool {
    variant.media_type == "image/webp"
}

/// Writes the files of a picture, all or none. It waits for the disk.
///
/// # Errors
/// `Internal` when the disk refuses.
pub(crate) fn write(media_folder: &Path, id: PictureId, judged: &Files) -> Result<(), PictureError> {
    let named = judged.iter().map(|(variant, bytes)| (&*variant.name, &**bytes));
    files::write(media_folder, id, named).map_err(|error| {
        tracing::error!(%error, %id, "a picture's files could not be written");
        PictureError::Internal
    })
}

/// Returns the file of which a picture is cut.
pub(crate) fn source(variants: &[Variant]) -> Option<Variant> {
    variants.iter().filter(|variant| is_webp(variant)).max_by_key(|variant| variant.width).cloned()
}

/// Saves the rows of a picture whose files are on the disk, with its cuts, if those are, too.
///
/// # Errors
/// Those of the database.
pub(crate) async fn save(
    writer: &mut SqliteConnection,
    picture: &ExportedPicture,
    variants: Vec<Variant>,
    framing: Option<&PreparedFraming>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let ExportedPicture { id, width, height, .. } = *picture;
    let new = NewPicture { id, width, height, variants, alt: picture.alt.clone(), added_by: None };
    store::add_picture(writer, &new, picture.created_at).await?;
    store::set_name(writer, id, &picture.name).await?;
    store::set_words(writer, id, &picture.caption, &picture.credit).await?;
    if let Some(hash) = &picture.file_hash {
        store::set_file_hash(writer, id, hash).await?;
    }
    if let Some(framing) = framing {
        crop::store::save(writer, &Framing::default(), framing, now).await?;
    }
    Ok(())
}
