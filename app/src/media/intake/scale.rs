//! Scales pictures down, turns them upright, and gives them the layout that is encoded: sRGB with 8 bits per channel,
//! and transparency only where there is any.

use fast_image_resize::Resizer;
use image::DynamicImage;

use super::colour;
use super::decode::DecodedPicture;
use crate::media::PictureError;
use crate::media::sized_picture::variant_widths;

/// Tallest variant: WebP cannot be taller.
const TALLEST: u32 = 16_383;

/// Returns the width of a picture's widest variant.
pub(super) fn target_width(width: u32) -> u32 {
    variant_widths(width).last().copied().unwrap_or(width)
}

/// Turns a picture upright and scales it to a width.
pub(super) fn to_upright(decoded: DecodedPicture, width: u32) -> Result<DynamicImage, PictureError> {
    let (original_width, original_height) = decoded.upright_size();
    let swaps_sides = decoded.swaps_sides();
    let DecodedPicture { pixels, orientation, profile, .. } = decoded;
    let height = height_at(width, original_width, original_height);
    if height > TALLEST {
        return Err(PictureError::TooManyPixels);
    }
    // It is turned last, when it is small.
    let (width, height) = if swaps_sides { (height, width) } else { (width, height) };
    let mut pixels = to_8_bits(to_size(pixels, width, height)?);
    if let Some(profile) = profile {
        colour::to_srgb(&mut pixels, &profile);
    }
    pixels.apply_orientation(orientation);
    Ok(pixels)
}

/// Scales a picture to a width.
pub(super) fn to_width(pixels: DynamicImage, width: u32) -> Result<DynamicImage, PictureError> {
    let height = height_at(width, pixels.width(), pixels.height());
    to_size(pixels, width, height)
}

fn to_size(pixels: DynamicImage, width: u32, height: u32) -> Result<DynamicImage, PictureError> {
    if (pixels.width(), pixels.height()) == (width, height) {
        return Ok(pixels);
    }
    let mut scaled = DynamicImage::new(width, height, pixels.color());
    Resizer::new().resize(&pixels, &mut scaled, None).map_err(|error| {
        tracing::error!(%error, "a picture could not be scaled");
        PictureError::Internal
    })?;
    Ok(scaled)
}

/// Returns the height at a new width.
fn height_at(new_width: u32, width: u32, height: u32) -> u32 {
    let (new_width, width, height) = (u64::from(new_width), u64::from(width.max(1)), u64::from(height));
    u32::try_from((height * new_width + width / 2) / width).unwrap_or(u32::MAX).max(1)
}

/// Converts to 8 bits per channel, without transparency if every pixel is opaque.
fn to_8_bits(pixels: DynamicImage) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return DynamicImage::ImageRgb8(pixels.into_rgb8());
    }
    let pixels = pixels.into_rgba8();
    let opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let pixels = DynamicImage::ImageRgba8(pixels);
    if opaque { DynamicImage::ImageRgb8(pixels.into_rgb8()) } else { pixels }
}
