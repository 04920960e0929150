//! From a file to pixels, within limits that are checked before anything is decoded.

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
/// Most memory for pixels, in bytes. A picture with 16 bits per channel takes twice as much as one with 8.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A whole picture as its file has it: not yet turned upright, in the file's own colours.
pub(super) struct DecodedPicture {
    pub(super) pixels: DynamicImage,
    /// How the picture has to be turned to be upright (Exif).
    pub(super) orientation: Orientation,
    /// ICC profile of the colours; none means sRGB.
    pub(super) profile: Option<Vec<u8>>,
}

impl DecodedPicture {
    /// Returns width and height once the picture is upright.
    pub(super) fn upright_size(&self) -> (u32, u32) {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        if self.swaps_sides() { (height, width) } else { (width, height) }
    }

    /// Returns whether turning it upright makes its width its height.
    pub(super) const fn swaps_sides(&self) -> bool {
        matches!(
            self.orientation,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }
}

/// Decodes a picture of a kind.
pub(super) fn decode(kind: Kind, bytes: &[u8]) -> Result<DecodedPicture, PictureError> {
    let file = Cursor::new(bytes);
    match kind {
        Kind::Jpeg if !jpeg_is_whole(bytes) => Err(PictureError::Broken),
        Kind::Jpeg => read(checked(JpegDecoder::new(file))?),
        Kind::Png => {
            let decoder = checked(PngDecoder::with_limits(file, limits()))?;
            if checked(decoder.is_apng())? { Err(PictureError::Moving) } else { read(decoder) }
        }
        Kind::WebP => {
            let decoder = checked(WebPDecoder::new(file))?;
            if decoder.has_animation() { Err(PictureError::Moving) } else { read(decoder) }
        }
    }
}

fn read(mut decoder: impl ImageDecoder) -> Result<DecodedPicture, PictureError> {
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
    checked(decoder.set_limits(limits()))?;
    // A picture without them, or with broken ones, is a picture all the same.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    Ok(DecodedPicture { pixels: checked(DynamicImage::from_decoder(decoder))?, orientation, profile })
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(2 * MOST_MEMORY);
    limits
}

/// Turns an error of the decoder into the reason that the sender reads.
fn checked<T>(read: ImageResult<T>) -> Result<T, PictureError> {
    read.map_err(|error| match error {
        ImageError::Limits(_) => PictureError::TooManyPixels,
        error => {
            tracing::debug!(%error, "a picture could not be decoded");
            PictureError::Broken
        }
    })
}
