//! Detects what a file is by its content. Its name and the media type that the sender gives are ignored.

use crate::media::PictureError;

/// How many bytes may come before the first element of an SVG file.
const HEAD: usize = 16 * 1024;

/// The formats of pictures that are known. Not every site decodes all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
    Svg,
    Gif,
    Heic,
    Avif,
}

impl Kind {
    /// Detects the format of a file.
    pub(super) fn detect(bytes: &[u8]) -> Result<Self, PictureError> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::WebP),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Self::Gif),
            [s1, s2, s3, s4, b'f', b't', b'y', b'p', brands @ ..] => {
                container(u32::from_be_bytes([*s1, *s2, *s3, *s4]), brands)
            }
            [] => Err(PictureError::NoFile),
            _ if is_svg(bytes) => Ok(Self::Svg),
            _ => Err(PictureError::WrongKind),
        }
    }
}

/// Tells apart the formats in the container of films, by the brands that its first box names: the major one, a version,
/// and those that the file is compatible with.
fn container(box_size: u32, box_content: &[u8]) -> Result<Kind, PictureError> {
    let length = (box_size as usize).saturating_sub(8).min(box_content.len());
    let brands: Vec<&[u8]> = box_content[..length].chunks_exact(4).collect();
    let names = |known: &[&[u8]]| brands.iter().any(|brand| known.contains(brand));
    // AVIF also names the brands that both have.
    if names(&[b"avif", b"avis"]) {
        Ok(Kind::Avif)
    } else if names(&[b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"]) {
        Ok(Kind::Heic)
    } else {
        Err(PictureError::WrongKind)
    }
}

/// Whether a file begins as SVG does, perhaps after a declaration, comments or a document type.
fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default());
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let is_xml = ["<?xml", "<!--", "<!DOCTYPE svg"].iter().any(|start| head.starts_with(start));
    head.starts_with("<svg") || is_xml && head.contains("<svg")
}
