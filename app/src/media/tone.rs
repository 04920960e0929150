//! The colour that a picture has most of, which its box shows while the file loads.

use std::fmt;
use std::io::Cursor;
use std::path::Path;

use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, RgbImage};

use super::PictureId;

/// Bits of each channel by which pixels are counted as one colour.
const BITS: u32 = 2;

/// A colour in sRGB, as 0xrrggbb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Tone(u32);

impl Tone {
    /// Finds the colour of a picture; none for one with transparency, which shows the page through.
    pub(super) fn of(pixels: &DynamicImage) -> Option<Self> {
        match pixels {
            DynamicImage::ImageRgb8(pixels) => Self::dominant(pixels),
            _ => None,
        }
    }

    /// Finds the colour of a picture by a WebP file of it; none also where that is missing or broken.
    pub(crate) fn of_stored(media_folder: &Path, picture: PictureId, file: &str) -> Option<Self> {
        let bytes = std::fs::read(media_folder.join(picture.to_string()).join(file)).ok()?;
        Self::of_webp(&bytes)
    }

    fn of_webp(bytes: &[u8]) -> Option<Self> {
        let decoder = WebPDecoder::new(Cursor::new(bytes)).ok()?;
        Self::of(&DynamicImage::from_decoder(decoder).ok()?)
    }

    /// Returns the mean of the pixels in the fullest cell of the colour cube: of a red and a green half it is one of the
    /// two, where the mean of all would be a brown that is nowhere in the picture.
    fn dominant(pixels: &RgbImage) -> Option<Self> {
        let mut cells = vec![[0_u64; 4]; 1 << (3 * BITS)];
        for pixel in pixels.pixels() {
            let index =
                pixel.0.iter().fold(0, |index, channel| index << BITS | usize::from(channel >> (8 - BITS)));
            if let Some([count, sums @ ..]) = cells.get_mut(index) {
                *count += 1;
                for (sum, channel) in sums.iter_mut().zip(pixel.0) {
                    *sum += u64::from(channel);
                }
            }
        }
        let [count, sums @ ..] = cells.into_iter().max_by_key(|cell| cell[0]).filter(|cell| cell[0] > 0)?;
        let mean = |sum: u64| u32::try_from(sum / count).unwrap_or_default();
        Some(Self(sums.into_iter().fold(0, |tone, sum| tone << 8 | mean(sum))))
    }
}

/// As CSS writes it: "#c0ffee".
impl fmt::Display for Tone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, Rgba, RgbaImage};

    use super::*;

    #[test]
    fn the_tone_is_a_colour_that_the_picture_has() {
        let picture =
            RgbImage::from_fn(10, 10, |x, _| Rgb(if x < 6 { [10, 120, 30] } else { [200, 20, 20] }));
        assert_eq!(Tone::of(&picture.into()).unwrap().to_string(), "#0a781e");
    }

    #[test]
    fn near_colours_count_together() {
        let sky = |x: u32| Rgb([140, 190, 210 + u8::try_from(x % 10).unwrap()]);
        let picture = RgbImage::from_fn(100, 3, |x, y| if y < 2 { sky(x) } else { Rgb([0, 0, 0]) });
        assert_eq!(Tone::of(&picture.into()).unwrap().to_string(), "#8cbed6");
    }

    #[test]
    fn what_is_transparent_or_broken_has_no_tone() {
        assert_eq!(Tone::of(&RgbaImage::from_pixel(4, 4, Rgba([9, 9, 9, 0])).into()), None);
        assert_eq!(Tone::of_webp(b"RIFF"), None);
    }
}
