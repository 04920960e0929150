//! Converts colours to sRGB, which browsers assume of a picture without a profile.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Converts the colours of a picture with 8 bits per channel. A profile that makes no sense, or is for printing, is
/// ignored.
pub(super) fn to_srgb(pixels: &mut DynamicImage, profile: &[u8]) {
    match pixels {
        DynamicImage::ImageRgb8(pixels) => convert(pixels, Layout::Rgb, profile),
        DynamicImage::ImageRgba8(pixels) => convert(pixels, Layout::Rgba, profile),
        _ => {}
    }
}

fn convert(pixels: &mut [u8], layout: Layout, profile: &[u8]) {
    let converted = ColorProfile::new_from_slice(profile).ok().and_then(|profile| {
        if profile.color_space != DataColorSpace::Rgb {
            return None;
        }
        let options = TransformOptions::default();
        let to = profile.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options).ok()?;
        let mut converted = vec![0; pixels.len()];
        to.transform(pixels, &mut converted).ok()?;
        Some(converted)
    });
    match converted {
        Some(converted) => pixels.copy_from_slice(&converted),
        None => tracing::debug!("a colour profile was ignored"),
    }
}
