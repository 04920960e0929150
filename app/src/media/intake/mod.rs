//! From an uploaded file to a picture's variants. The file may be anything, so it is judged by its content, decoded
//! within limits, and encoded anew: nothing of it but pixels is stored, neither the place where it was taken nor what
//! somebody hid in it.
//!
//! Decoding a picture takes up to a quarter of a gigabyte for a second or so, therefore one at a time (`queue`).

mod colour;
mod decode;
mod encode;
mod kind;
mod queue;
mod scale;
pub(crate) mod svg;
#[cfg(test)]
mod tests;

use std::path::Path;

use self::kind::Kind;
use super::sized_picture::variant_widths;
use super::store::Variant;
use super::{PictureError, Tone};

pub use decode::heic;
pub(super) use encode::{on_white, webp as encode_webp};
pub use queue::QueuePermit;

/// Largest file that is accepted, in bytes.
pub const MOST_BYTES: usize = 40 * 1024 * 1024;

/// What a field for pictures lists, where no script converts them. Telephones make a JPEG of what is not listed.
pub const ACCEPTED: &str = "image/jpeg,image/png,image/webp,image/gif,image/svg+xml";

/// What may be sent, in words for the sender.
pub const LIMITS: &str =
    "JPEG, PNG, WebP eller GIF, högst 40\u{a0}MB och 110\u{a0}miljoner bildpunkter. SVG, högst 1\u{a0}MB.";

/// A picture that is ready to be stored.
#[derive(Debug)]
pub struct PreparedPicture {
    /// Width of the original, upright, in pixels.
    pub width: u32,
    /// Height of the original, upright, in pixels.
    pub height: u32,
    /// The colour that it has most of; none for one with transparency.
    pub tone: Option<Tone>,
    /// All variants with their bytes.
    pub files: Vec<(Variant, Vec<u8>)>,
}

/// Makes all variants of a picture, where HEIC is not taken. It works for a second or so: call it on a thread for blocking
/// work.
///
/// # Errors
/// What is wrong with the file.
pub fn prepare(bytes: &[u8]) -> Result<PreparedPicture, PictureError> {
    prepare_with(bytes, None)
}

/// Does the same with a program that decodes HEIC, if there is one.
fn prepare_with(bytes: &[u8], heic_decoder: Option<&Path>) -> Result<PreparedPicture, PictureError> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureError::TooLarge);
    }
    let kind = Kind::detect(bytes)?;
    if kind == Kind::Svg {
        return svg::prepare(bytes);
    }
    let decoded = decode::decode(kind, bytes, heic_decoder)?;
    let (width, height) = decoded.upright_size();
    let widths = variant_widths(width);
    // This frees the original's pixels before anything is encoded.
    let mut upright = scale::to_upright(decoded, scale::target_width(width))?;
    let mut files = Vec::with_capacity(2 * widths.len());
    for width in widths.into_iter().rev() {
        upright = scale::to_width(upright, width)?;
        files.push(file(width, "webp", "image/webp", encode::webp(&upright)?));
        files.push(file(width, "jpg", "image/jpeg", encode::jpeg(&upright)?));
    }
    Ok(PreparedPicture { width, height, tone: Tone::of(&upright), files })
}

fn file(width: u32, extension: &str, media_type: &str, bytes: Vec<u8>) -> (Variant, Vec<u8>) {
    stored(format!("{width}.{extension}"), media_type, width, bytes)
}

fn stored(name: String, media_type: &str, width: u32, bytes: Vec<u8>) -> (Variant, Vec<u8>) {
    let variant = Variant {
        name,
        media_type: media_type.into(),
        width,
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
    };
    (variant, bytes)
}
