//! Detects what a file is by its content. Its name and the media type that the sender gives are ignored.

use crate::media::PictureError;

/// How many bytes may come before the first element of an SVG file.
const HEAD: usize = 16 * 1024;

/// The formats of pictures that are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
    Svg,
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
            _ if is_svg(bytes) => Ok(Self::Svg),
            _ => Err(PictureError::WrongKind),
        }
    }
}

fn is_phone_brand(brand: &[u8]) -> bool {
    ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"]
        .iter()
        .any(|known| brand.starts_with(known.as_bytes()))
}

/// Whether a file begins as SVG does, perhaps after a declaration, comments or a document type.
fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default());
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let is_xml = ["<?xml", "<!--", "<!DOCTYPE svg"].iter().any(|start| head.starts_with(start));
    head.starts_with("<svg") || is_xml && head.contains("<svg")
}
