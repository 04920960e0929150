//! In which widths a picture can be had, and what its address in a text says of its size.
//!
//! A text is rendered without the database, so the address of a picture in it ends in the size of the whole
//! picture, as in `/media/…/960.webp#1600x1067`. With that the page keeps the place free while the file loads, and
//! offers the other widths.

use super::id::is_number;
use crate::paths;

/// The widths that are made of a picture that is wide enough.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// The widest that a picture within a text is.
const IN_TEXT: u32 = 960;
/// No picture is larger than this a side; see `intake`.
const LONGEST_SIDE: u32 = 12_000;

/// The widths that are made of a picture, smallest first. None is wider than the picture itself.
pub(super) fn widths_of(width: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|made| *made < width).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(width);
    }
    widths
}

/// A picture whose number and size are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SizedPicture<'a> {
    pub(crate) id: &'a str,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl<'a> SizedPicture<'a> {
    /// Reads an address with a size.
    pub(crate) fn parse(address: &'a str) -> Option<Self> {
        let (path, size) = address.split_once('#')?;
        let (id, file) = path.strip_prefix("/media/")?.split_once('/')?;
        let (width, height) = size.split_once('x')?;
        let (width, height) = (side(width)?, side(height)?);
        (is_number(id) && !file.contains('/')).then_some(Self { id, width, height })
    }

    /// The file for a text.
    pub(crate) fn src(&self) -> String {
        let width = widths_of(self.width).into_iter().rfind(|width| *width <= IN_TEXT).unwrap_or(IN_TEXT);
        paths::picture(self.id, &format!("{width}.webp"))
    }

    /// All widths, as the attribute `srcset` has them.
    pub(crate) fn srcset(&self) -> String {
        let file = |width: u32| format!("{} {width}w", paths::picture(self.id, &format!("{width}.webp")));
        widths_of(self.width).into_iter().map(file).collect::<Vec<_>>().join(", ")
    }

    /// The address that a text names it by.
    pub(crate) fn address(&self) -> String {
        format!("{}#{}x{}", self.src(), self.width, self.height)
    }
}

fn side(text: &str) -> Option<u32> {
    let plain = text.len() <= 5 && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|side| plain && (1..=LONGEST_SIDE).contains(side))
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
            (12_000, &[480, 960, 1600]),
        ] {
            assert_eq!(widths_of(width), made, "{width}");
        }
    }

    #[test]
    fn an_address_with_a_size_is_read_back() {
        for (width, height, file) in [(1600, 1067, "960"), (300, 12_000, "300"), (700, 1, "700")] {
            let picture = SizedPicture { id: ID, width, height };
            let address = picture.address();
            assert_eq!(address, format!("/media/{ID}/{file}.webp#{width}x{height}"));
            assert_eq!(SizedPicture::parse(&address), Some(picture));
        }
    }

    #[test]
    fn nothing_else_is_one() {
        for address in [
            format!("/media/{ID}/960.webp"),
            format!("/media/{ID}/960.webp#x"),
            format!("/media/{ID}/960.webp#0x10"),
            format!("/media/{ID}/960.webp#+1x10"),
            format!("/media/{ID}/960.webp#12001x10"),
            format!("/media/{ID}/960.webp#10x10\"onload"),
            format!("/media/{ID}/a/960.webp#10x10"),
            format!("https://x.example/media/{ID}/960.webp#10x10"),
            "/media/1/960.webp#10x10".to_owned(),
        ] {
            assert_eq!(SizedPicture::parse(&address), None, "{address}");
        }
    }
}
