//! The widths in which a picture is available, and the size that its address in a text tells.
//!
//! A text is rendered without the database, so the address of a picture in it ends in the size of the original, as in
//! `/media/…/960.webp#1600x1067`. With that the page reserves the picture's space while the file loads, and offers the
//! other widths.

use super::PictureId;
use crate::paths;

/// Widths of the variants of a picture that is wide enough, in pixels.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// Largest width of a picture within a text.
const IN_TEXT: u32 = 960;
/// Longest side that `intake` accepts, in pixels.
const LONGEST_SIDE: u32 = 20_000;

/// Returns the widths of a picture's variants, smallest first. None is wider than the picture itself.
pub(super) fn variant_widths(width: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|made| *made < width).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(width);
    }
    widths
}

/// A picture in a text, whose address tells the size of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SizedPicture {
    pub(crate) id: PictureId,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl SizedPicture {
    /// Parses an address with a size.
    pub(crate) fn parse(address: &str) -> Option<Self> {
        let (path, size) = address.split_once('#')?;
        let (id, file) = path.strip_prefix("/media/")?.split_once('/')?;
        let (width, height) = size.split_once('x')?;
        let (width, height) = (side(width)?, side(height)?);
        let id = id.parse().ok().filter(|_| !file.contains('/'))?;
        Some(Self { id, width, height })
    }

    /// Returns the address of the variant that a text shows by default.
    pub(crate) fn src(&self) -> String {
        let width =
            variant_widths(self.width).into_iter().rfind(|width| *width <= IN_TEXT).unwrap_or(IN_TEXT);
        paths::picture(self.id, &format!("{width}.webp"))
    }

    /// Returns the addresses of all variants, for the attribute `srcset`.
    pub(crate) fn srcset(&self) -> String {
        let file = |width: u32| format!("{} {width}w", paths::picture(self.id, &format!("{width}.webp")));
        variant_widths(self.width).into_iter().map(file).collect::<Vec<_>>().join(", ")
    }

    /// Returns the address by which a text names the picture, with its size.
    pub(crate) fn address(&self) -> String {
        format!("{}#{}x{}", self.src(), self.width, self.height)
    }
}

fn side(text: &str) -> Option<u32> {
    // `parse` alone would accept a sign.
    let are_digits = text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|side| are_digits && (1..=LONGEST_SIDE).contains(side))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn no_width_is_larger_than_the_picture() {
        for (width, made) in [
            (1, &[1][..]),
            (480, &[480]),
            (481, &[480, 481]),
            (960, &[480, 960]),
            (1599, &[480, 960, 1599]),
            (1600, &[480, 960, 1600]),
            (20_000, &[480, 960, 1600]),
        ] {
            assert_eq!(variant_widths(width), made, "{width}");
        }
    }

    #[test]
    fn an_address_with_a_size_is_read_back() {
        for (width, height, file) in [(1600, 1067, "960"), (300, 20_000, "300"), (700, 1, "700")] {
            let picture = SizedPicture { id: ID.parse().unwrap(), width, height };
            let address = picture.address();
            assert_eq!(address, format!("/media/{ID}/{file}.webp#{width}x{height}"));
            assert_eq!(SizedPicture::parse(&address), Some(picture));
        }
    }

    #[test]
    fn nothing_else_is_an_address_with_a_size() {
        for address in [
            format!("/media/{ID}/960.webp"),
            format!("/media/{ID}/960.webp#x"),
            format!("/media/{ID}/960.webp#0x10"),
            format!("/media/{ID}/960.webp#+1x10"),
            format!("/media/{ID}/960.webp#20001x10"),
            format!("/media/{ID}/960.webp#10x10\"onload"),
            format!("/media/{ID}/a/960.webp#10x10"),
            format!("https://x.example/media/{ID}/960.webp#10x10"),
            "/media/1/960.webp#10x10".to_owned(),
        ] {
            assert_eq!(SizedPicture::parse(&address), None, "{address}");
        }
    }
}
