//! Colours mean the same everywhere: what a camera wrote in its own range of colours becomes sRGB, which browsers
//! take a picture without a profile for.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Translates the colours of a picture of 8 bits a channel. A profile that makes no sense, or is for printing,
/// changes nothing.
pub(super) fn to_srgb(pixels: &mut DynamicImage, profile: &[u8]) {
    match pixels {
        DynamicImage::ImageRgb8(pixels) => translate(pixels, Layout::Rgb, profile),
        DynamicImage::ImageRgba8(pixels) => translate(pixels, Layout::Rgba, profile),
        _ => {}
    }
}

fn translate(pixels: &mut [u8], layout: Layout, profile: &[u8]) {
    let translated = ColorProfile::new_from_slice(profile).ok().and_then(|profile| {
        if profile.color_space != DataColorSpace::Rgb {
            return None;
        }
        let options = TransformOptions::default();
        let to = profile.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options).ok()?;
        let mut translated = vec![0; pixels.len()];
        to.transform(pixels, &mut translated).ok()?;
        Some(translated)
    });
    match translated {
        Some(translated) => pixels.copy_from_slice(&translated),
        None => tracing::debug!("a colour profile was left aside"),
    }
}
