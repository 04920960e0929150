//! Smaller, upright, and in the form that is written: 8 bits a channel, three colours, and transparency only where
//! there is any.

use fast_image_resize::Resizer;
use image::DynamicImage;

use super::colour;
use super::decode::Unfolded;
use crate::media::PictureError;

/// Turns a picture upright, so wide at most.
pub(super) fn upright(unfolded: Unfolded, widest: u32) -> Result<DynamicImage, PictureError> {
    let (width, height) = unfolded.upright_size();
    let lying = unfolded.is_lying();
    let Unfolded { pixels, orientation, profile } = unfolded;
    let height = height_at(widest, width, height);
    // What is turned last is small.
    let (width, height) = if lying { (height, widest) } else { (widest, height) };
    let mut pixels = plain(to_size(pixels, width, height)?);
    if let Some(profile) = profile {
        colour::to_srgb(&mut pixels, &profile);
    }
    pixels.apply_orientation(orientation);
    Ok(pixels)
}

/// Makes a picture narrower.
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
        PictureError::Fault
    })?;
    Ok(scaled)
}

/// The height that goes with a width.
fn height_at(new: u32, width: u32, height: u32) -> u32 {
    let (new, width, height) = (u64::from(new), u64::from(width.max(1)), u64::from(height));
    u32::try_from((height * new + width / 2) / width).unwrap_or(u32::MAX).max(1)
}

fn plain(pixels: DynamicImage) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return DynamicImage::ImageRgb8(pixels.into_rgb8());
    }
    let pixels = pixels.into_rgba8();
    let opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let pixels = DynamicImage::ImageRgba8(pixels);
    if opaque { DynamicImage::ImageRgb8(pixels.into_rgb8()) } else { pixels }
}
