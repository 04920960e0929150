//! A picture cropped into a shape of its own, such as the wide one of social images.

use std::fmt::Display;
use std::io::Cursor;
use std::path::Path;

use fast_image_resize::{ResizeOptions, Resizer};
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, RgbImage};

use super::intake::on_white;
use super::{Picture, PictureError};
use crate::page_metadata::SocialImage;

/// Narrowest picture that fills an image of 1200 pixels and is not a blur.
const NARROWEST: u32 = 720;
/// Most pixels of a variant that is decoded: with transparency, 16 MB.
const MOST_PIXELS: u64 = 4_000_000;

impl Picture {
    /// Returns the width of the variant that is cropped; none for a picture that is too narrow, or far higher than wide.
    fn cover_width(&self) -> Option<u32> {
        let kept = self.framing.kept().width;
        let pixels =
            |width: u32| u64::from(width).pow(2) * u64::from(self.height) / u64::from(self.width.max(1));
        let is_fit =
            |width: &u32| f64::from(*width) * kept >= f64::from(NARROWEST) && pixels(*width) <= MOST_PIXELS;
        self.widths.iter().copied().rfind(is_fit)
    }

    /// Returns whether [`cover`] can crop the picture.
    pub fn can_cover(&self) -> bool {
        self.cover_width().is_some()
    }
}

/// Crops a picture to a size. It decodes the variant that is stored, which is small and has been judged when it was taken
/// in. It works for a moment: call it on a thread for blocking work, for one picture at a time.
///
/// # Errors
/// [`PictureError::Broken`] when the picture cannot be cropped, or its file is missing.
pub fn cover(
    media_folder: &Path,
    picture: &Picture,
    width: u32,
    height: u32,
) -> Result<RgbImage, PictureError> {
    let variant = picture.cover_width().ok_or(PictureError::Broken)?;
    let path = media_folder.join(picture.id.to_string()).join(format!("{variant}.webp"));
    let bytes = std::fs::read(path).map_err(broken)?;
    let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(broken)?;
    let pixels = match DynamicImage::from_decoder(decoder).map_err(broken)? {
        DynamicImage::ImageRgb8(pixels) => pixels,
        transparent => on_white(&transparent),
    };
    let mut cropped = DynamicImage::new_rgb8(width, height);
    let size = (pixels.width(), pixels.height());
    let ratio = f64::from(width) / f64::from(height.max(1));
    let [left, top, kept_width, kept_height] =
        picture.framing.region(size, Some(ratio)).in_pixels(size.0, size.1);
    let options = ResizeOptions::new().crop(
        left,
        top,
        // What rounding adds must not lie outside of the picture.
        kept_width.min(f64::from(size.0) - left),
        kept_height.min(f64::from(size.1) - top),
    );
    Resizer::new().resize(&DynamicImage::ImageRgb8(pixels), &mut cropped, &options).map_err(broken)?;
    Ok(cropped.into_rgb8())
}

/// Returns the social image of what shows a picture, which it shows as well if it can; `path` makes its address.
pub(crate) fn social_image(picture: Option<&Picture>, path: impl FnOnce(bool) -> String) -> SocialImage {
    let picture = picture.filter(|picture| picture.can_cover());
    SocialImage {
        path: path(picture.is_some()),
        alt: picture.map(|picture| picture.alt.clone()).unwrap_or_default(),
    }
}

fn broken(error: impl Display) -> PictureError {
    tracing::error!(%error, "a picture could not be cropped");
    PictureError::Broken
}
