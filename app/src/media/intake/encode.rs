//! From pixels to the files that are stored. Neither format gets anything but pixels.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use webp::Encoder;

use crate::media::PictureError;

// The eye hardly sees a difference from the original, at about a tenth of its bytes.
const WEBP_QUALITY: f32 = 80.0;
const JPEG_QUALITY: u8 = 82;

/// Encodes WebP.
pub(in crate::media) fn webp(pixels: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (pixels.width(), pixels.height());
    let encoder = match pixels {
        DynamicImage::ImageRgba8(pixels) => Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => Encoder::from_rgb(pixels, width, height),
        _ => return Err(internal("pixels of another layout")),
    };
    let written = encoder.encode_simple(false, WEBP_QUALITY);
    written.map(|bytes| bytes.to_vec()).map_err(|error| internal(&format!("{error:?}")))
}

/// Encodes JPEG. It knows no transparency, so transparent pixels become white.
pub(super) fn jpeg(pixels: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    let written = match pixels {
        DynamicImage::ImageRgb8(pixels) => pixels.write_with_encoder(encoder),
        pixels => on_white(pixels).write_with_encoder(encoder),
    };
    written.map_err(|error| internal(&error.to_string()))?;
    Ok(bytes)
}

/// Encodes PNG, which loses nothing: for drawings.
pub(super) fn png(pixels: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, ImageFormat::Png).map_err(|error| internal(&error.to_string()))?;
    Ok(bytes.into_inner())
}

/// Returns the pixels without transparency: on white.
pub(in crate::media) fn on_white(pixels: &DynamicImage) -> RgbImage {
    let pixels = pixels.to_rgba8();
    RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0;
        Rgb([red, green, blue].map(|colour| over_white(colour, alpha)))
    })
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

fn internal(error: &str) -> PictureError {
    tracing::error!(error, "a picture could not be encoded");
    PictureError::Internal
}
