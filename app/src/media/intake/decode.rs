//! From a file to pixels, within limits that are looked at before anything is unfolded.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};

use super::kind::{Kind, jpeg_is_whole};
use crate::media::PictureError;

const LONGEST_SIDE: u32 = 12_000;
const MOST_PIXELS: u64 = 40_000_000;
/// The pixels of a picture with 16 bits a channel take twice the room.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A whole picture, as it lies in its file.
pub(super) struct Unfolded {
    pub(super) pixels: DynamicImage,
    /// How it has to be turned.
    pub(super) orientation: Orientation,
    /// What its colours mean (ICC).
    pub(super) profile: Option<Vec<u8>>,
}

impl Unfolded {
    /// Width and height once it is turned.
    pub(super) fn upright_size(&self) -> (u32, u32) {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        if self.is_lying() { (height, width) } else { (width, height) }
    }

    /// Whether turning it makes its width its height.
    pub(super) const fn is_lying(&self) -> bool {
        matches!(
            self.orientation,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }
}

/// Reads a picture.
pub(super) fn unfold(kind: Kind, bytes: &[u8]) -> Result<Unfolded, PictureError> {
    let file = Cursor::new(bytes);
    match kind {
        Kind::Jpeg if !jpeg_is_whole(bytes) => Err(PictureError::Broken),
        Kind::Jpeg => read(known(JpegDecoder::new(file))?),
        Kind::Png => {
            let decoder = known(PngDecoder::with_limits(file, limits()))?;
            if known(decoder.is_apng())? { Err(PictureError::Moving) } else { read(decoder) }
        }
        Kind::WebP => {
            let decoder = known(WebPDecoder::new(file))?;
            if decoder.has_animation() { Err(PictureError::Moving) } else { read(decoder) }
        }
    }
}

fn read(mut decoder: impl ImageDecoder) -> Result<Unfolded, PictureError> {
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(PictureError::Broken);
    }
    let too_many = width > LONGEST_SIDE
        || height > LONGEST_SIDE
        || u64::from(width) * u64::from(height) > MOST_PIXELS
        || decoder.total_bytes() > MOST_MEMORY;
    if too_many {
        return Err(PictureError::TooManyPixels);
    }
    known(decoder.set_limits(limits()))?;
    // Without them it is a picture all the same.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    Ok(Unfolded { pixels: known(DynamicImage::from_decoder(decoder))?, orientation, profile })
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(2 * MOST_MEMORY);
    limits
}

fn known<T>(read: ImageResult<T>) -> Result<T, PictureError> {
    read.map_err(|error| match error {
        ImageError::Limits(_) => PictureError::TooManyPixels,
        error => {
            tracing::debug!(%error, "a picture could not be read");
            PictureError::Broken
        }
    })
}
