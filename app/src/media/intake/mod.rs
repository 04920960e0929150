//! Bytes in, a picture out. What is sent may be anything, so it is judged by its content, unfolded within limits,
//! and written anew: nothing of the file itself is kept, neither the place where it was taken nor what somebody hid
//! in it.
//!
//! Unfolding a picture takes up to half a gigabyte for a second or so, therefore one at a time (`line`).

mod colour;
mod decode;
mod encode;
mod kind;
mod queue;
mod scale;
#[cfg(test)]
mod tests;

use self::kind::Kind;
use super::PictureError;
use super::sizes::widths_of;
use super::store::Variant;

pub use queue::QueuePermit;

/// The largest file that is taken in, in bytes.
pub const MOST_BYTES: usize = 12 * 1024 * 1024;

/// A picture that is ready to be kept.
#[derive(Debug)]
pub struct Prepared {
    /// Width of the original, upright, in pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Its variants with their bytes.
    pub files: Vec<(Variant, Vec<u8>)>,
}

/// Makes all variants of a picture. Takes its time: not for a thread that others wait for.
///
/// # Errors
/// When it is none, or one that we do not take.
pub fn prepare(bytes: &[u8]) -> Result<Prepared, PictureError> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureError::TooLarge);
    }
    let unfolded = decode::unfold(Kind::of(bytes)?, bytes)?;
    let (width, height) = unfolded.upright_size();
    let widths = widths_of(width);
    let widest = widths.last().copied().unwrap_or(width);
    // The whole is let go of before anything is written.
    let mut upright = scale::upright(unfolded, widest)?;
    let mut files = Vec::with_capacity(2 * widths.len());
    for width in widths.into_iter().rev() {
        upright = scale::to_width(upright, width)?;
        files.push(file(width, "webp", "image/webp", encode::webp(&upright)?));
        files.push(file(width, "jpg", "image/jpeg", encode::jpeg(&upright)?));
    }
    Ok(Prepared { width, height, files })
}

fn file(width: u32, ending: &str, media_type: &str, bytes: Vec<u8>) -> (Variant, Vec<u8>) {
    let variant = Variant {
        name: format!("{width}.{ending}"),
        media_type: media_type.into(),
        width,
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
    };
    (variant, bytes)
}
