//! The pixels of a picture, as coarse as they matter behind a number.

use std::io::Cursor;
use std::path::Path;

use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, RgbaImage};

use super::Place;
use crate::media::PictureId;
use crate::site::colours::Rgb;

/// Longest side at which pixels are compared: about one for each point of a phone's screen.
const LONGEST: u32 = 320;
/// Widest file that is decoded; the library's smallest files are narrower.
const WIDEST: u32 = 2000;
/// What is behind a picture with transparency: the calendar's sky.
const GROUND: Rgb = Rgb::hex(0x0e_2433);

/// A picture in small.
#[derive(Debug)]
pub(super) struct Pixels(RgbaImage);

impl Pixels {
    /// Scales a picture down.
    pub(super) fn of(picture: &DynamicImage) -> Self {
        let is_small = picture.width() <= LONGEST && picture.height() <= LONGEST;
        let small =
            if is_small { picture.clone() } else { picture.resize(LONGEST, LONGEST, FilterType::Triangle) };
        Self(small.into_rgba8())
    }

    /// Reads a WebP file of a picture; none where it is missing, broken or too large.
    pub(super) fn read(media_folder: &Path, picture: PictureId, file: &str) -> Option<Self> {
        let bytes = std::fs::read(media_folder.join(picture.to_string()).join(file)).ok()?;
        let decoder = WebPDecoder::new(Cursor::new(bytes)).ok()?;
        if decoder.dimensions().0 > WIDEST {
            return None;
        }
        DynamicImage::from_decoder(decoder).ok().map(|picture| Self::of(&picture))
    }

    /// Returns the darkest and the lightest colour within a place.
    pub(super) fn extremes(&self, place: Place) -> Option<(Rgb, Rgb)> {
        let [left, top, width, height] = place.in_pixels(self.0.dimensions());
        let colours = range(left, width, self.0.width())
            .flat_map(|x| range(top, height, self.0.height()).map(move |y| (x, y)))
            .map(|(x, y)| {
                let [red, green, blue, alpha] = self.0.get_pixel(x, y).0;
                Rgb([red, green, blue]).over(GROUND, f64::from(alpha) / 255.0)
            });
        colours.fold(None, |extremes: Option<(Rgb, Rgb)>, colour| {
            let (dark, light) = extremes.unwrap_or((colour, colour));
            let dark = if colour.luminance() < dark.luminance() { colour } else { dark };
            let light = if colour.luminance() > light.luminance() { colour } else { light };
            Some((dark, light))
        })
    }
}

/// Returns the pixels from an edge on, those that are only partly covered too, and at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the picture")]
fn range(start: f64, length: f64, all: u32) -> std::ops::Range<u32> {
    let last = all.saturating_sub(1);
    let first = (start.floor().max(0.0) as u32).min(last);
    let end = (start + length).ceil().max(0.0) as u32;
    first..end.clamp(first + 1, all.max(first + 1))
}
