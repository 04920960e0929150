//! Cutting a picture anew: renditions made and written to the disk, so that their rows can be saved.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use image::DynamicImage;
use image::codecs::webp::WebPDecoder;
use sha2::{Digest as _, Sha256};

use super::{Framing, Rendition, renditions};
use crate::media::intake::QueuePermit;
use crate::media::store::Variant;
use crate::media::{PictureError, PictureId, files};

/// A framing whose renditions are on the disk.
#[derive(Debug, Clone)]
pub struct PreparedFraming {
    pub(super) picture: PictureId,
    pub(super) framing: Framing,
    /// The renditions, with their size in bytes.
    pub(super) renditions: Vec<(Rendition, i64)>,
}

impl PreparedFraming {
    /// Returns a framing without renditions, of a drawing that is shown whole.
    pub(crate) const fn without_files(picture: PictureId, framing: Framing) -> Self {
        Self { picture, framing, renditions: Vec::new() }
    }
}

/// Cuts a picture on a thread for blocking work, behind the queue of all pictures. `source` is the widest file of the
/// whole picture.
///
/// # Errors
/// `Broken` when that file is missing or cannot be read; `Internal`.
pub async fn prepare(
    media_folder: Arc<Path>,
    permit: QueuePermit,
    picture: PictureId,
    source: Variant,
    framing: Framing,
) -> Result<PreparedFraming, PictureError> {
    permit.run(move || cut(&media_folder, picture, &source, framing)).await
}

fn cut(
    media_folder: &Path,
    picture: PictureId,
    source: &Variant,
    framing: Framing,
) -> Result<PreparedFraming, PictureError> {
    if framing.is_default() {
        return Ok(PreparedFraming { picture, framing, renditions: Vec::new() });
    }
    let path = media_folder.join(picture.to_string()).join(&source.name);
    let bytes = std::fs::read(path).map_err(|error| broken(picture, &error))?;
    let hash = Sha256::digest(&bytes);
    let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|error| broken(picture, &error))?;
    let pixels = DynamicImage::from_decoder(decoder).map_err(|error| broken(picture, &error))?;
    let made = renditions::make(&pixels, &hash, &framing)?;
    drop(pixels);
    let written = made.iter().map(|(rendition, bytes)| (&*rendition.name, &**bytes));
    files::add(media_folder, picture, written).map_err(|error| {
        tracing::error!(%error, %picture, "renditions could not be written");
        PictureError::Internal
    })?;
    let size = |bytes: &Vec<u8>| i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let renditions = made.into_iter().map(|(rendition, bytes)| (rendition, size(&bytes))).collect();
    Ok(PreparedFraming { picture, framing, renditions })
}

fn broken(picture: PictureId, error: &dyn std::fmt::Display) -> PictureError {
    tracing::error!(%error, %picture, "a picture could not be read to be cut");
    PictureError::Broken
}
