//! Detects what a file is by its content. Its name and the media type that the sender gives are ignored.

use crate::media::PictureError;

/// The formats of pictures that are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
}

impl Kind {
    /// Detects the format of a file.
    pub(super) fn detect(bytes: &[u8]) -> Result<Self, PictureError> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::WebP),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_phone_brand(brand) => {
                Err(PictureError::PhoneKind)
            }
            [] => Err(PictureError::NoFile),
            _ => Err(PictureError::WrongKind),
        }
    }
}

fn is_phone_brand(brand: &[u8]) -> bool {
    ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"]
        .iter()
        .any(|known| brand.starts_with(known.as_bytes()))
}

/// Returns whether the pixels of a JPEG file have an end. The decoder fills what is missing with grey, which nobody
/// wants to publish.
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    // Segments before the pixels may hold thumbnails with ends of their own, so they are skipped by their length.
    loop {
        match rest {
            // Fill bytes.
            [0xff, 0xff, ..] => rest = &rest[1..],
            // The pixels begin.
            [0xff, 0xda, pixels @ ..] => return pixels.windows(2).any(|pair| pair == [0xff, 0xd9]),
            // Markers without content.
            [0xff, 0x01 | 0xd0..=0xd7, after @ ..] => rest = after,
            [0xff, _, after @ ..] => {
                let Some(&[high, low]) = after.first_chunk::<2>() else { return false };
                let Some(next) = after.get(usize::from(u16::from_be_bytes([high, low]))..) else {
                    return false;
                };
                rest = next;
            }
            // Bytes that decoders skip.
            [_, after @ ..] => rest = after,
            [] => return false,
        }
    }
}
