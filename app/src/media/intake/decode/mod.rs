//! From a file to pixels, within limits that are checked before anything is decoded.
//!
//! What telephones make is large: JPEG, PNG and GIF are therefore made smaller while they are decoded, so that the memory
//! follows what is kept of a picture and not its file.

mod gif;
pub mod heic;
mod jpeg;
mod jpeg_layout;
mod png;
mod shrink;

use std::io::Cursor;
use std::path::Path;

use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};

use super::kind::Kind;
use super::scale::target_width;
use crate::media::PictureError;

/// Longest side, in pixels.
pub(super) const LONGEST_SIDE: u32 = 20_000;
/// Most pixels of a picture that is made smaller while it is decoded: the largest sensors in common telephones.
const MOST_PIXELS: u64 = 110_000_000;
/// Most pixels of one that has to be decoded as a whole. WebP takes seven bytes for each.
const MOST_PIXELS_AT_ONCE: u64 = 30_000_000;
/// Most memory for what has to be kept of a picture while it is made smaller, in bytes.
const MOST_MEMORY: u64 = 192 * 1024 * 1024;
/// A larger colour profile is none that a camera or a screen has.
const LARGEST_PROFILE: usize = 4 * 1024 * 1024;

/// A whole picture: not yet turned upright, in the file's own colours, and perhaps smaller than in the file.
pub(super) struct DecodedPicture {
    pub(super) pixels: DynamicImage,
    /// Width in the file, in pixels.
    pub(super) width: u32,
    /// Height in the file, in pixels.
    pub(super) height: u32,
    /// How the picture has to be turned to be upright (Exif).
    pub(super) orientation: Orientation,
    /// ICC profile of the colours; none means sRGB.
    pub(super) profile: Option<Vec<u8>>,
}

impl DecodedPicture {
    /// Returns width and height in the file, once the picture is upright.
    pub(super) fn upright_size(&self) -> (u32, u32) {
        if self.swaps_sides() { (self.height, self.width) } else { (self.width, self.height) }
    }

    /// Returns whether turning it upright makes its width its height.
    pub(super) const fn swaps_sides(&self) -> bool {
        swaps_sides(self.orientation)
    }
}

const fn swaps_sides(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// Decodes a picture of a kind. HEIC is decoded by a program, where there is one.
pub(super) fn decode(
    kind: Kind,
    bytes: &[u8],
    heic_decoder: Option<&Path>,
) -> Result<DecodedPicture, PictureError> {
    match kind {
        Kind::Jpeg => jpeg::decode(bytes),
        Kind::Png => png::decode(bytes),
        Kind::Gif => gif::decode(bytes),
        Kind::Heic => heic::decode(heic_decoder.ok_or(PictureError::Heic)?, bytes),
        Kind::Avif => Err(PictureError::Avif),
        Kind::WebP => {
            let decoder = checked(WebPDecoder::new(Cursor::new(bytes)))?;
            if decoder.has_animation() { Err(PictureError::Moving) } else { read(decoder) }
        }
        // It has no pixels to decode: see `svg`.
        Kind::Svg => Err(PictureError::WrongKind),
    }
}

/// Decodes a picture as a whole.
fn read(mut decoder: impl ImageDecoder) -> Result<DecodedPicture, PictureError> {
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    let too_many = u64::from(width) * u64::from(height) > MOST_PIXELS_AT_ONCE;
    if too_many || decoder.total_bytes() > MOST_MEMORY {
        return Err(PictureError::TooManyPixels);
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(2 * MOST_MEMORY);
    checked(decoder.set_limits(limits))?;
    // A picture without them, or with broken ones, is a picture all the same.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| profile.len() <= LARGEST_PROFILE);
    let pixels = checked(DynamicImage::from_decoder(decoder))?;
    Ok(DecodedPicture { pixels, width, height, orientation, profile })
}

/// Refuses what has no pixels, or more than any picture.
fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Broken);
    }
    let pixels = u64::from(width) * u64::from(height);
    let is_too_large = width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > MOST_PIXELS;
    if is_too_large { Err(PictureError::TooManyPixels) } else { Ok(()) }
}

/// Returns by how much a picture can be made smaller and still have `spare` times the width of its widest variant.
fn shrink_factor(width: u32, height: u32, orientation: Orientation, spare: u32) -> u32 {
    let upright_width = if swaps_sides(orientation) { height } else { width };
    (upright_width / (spare * target_width(upright_width)).max(1)).max(1)
}

/// Turns an error of the decoder into the reason that the sender reads.
fn checked<T>(read: ImageResult<T>) -> Result<T, PictureError> {
    read.map_err(|error| match error {
        ImageError::Limits(_) => PictureError::TooManyPixels,
        error => broken(&error),
    })
}

fn broken(error: &dyn std::fmt::Display) -> PictureError {
    tracing::debug!(%error, "a picture could not be decoded");
    PictureError::Broken
}
