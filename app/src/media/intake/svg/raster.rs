//! Draws a drawing in pixels, on nothing.

use image::{DynamicImage, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use crate::media::PictureError;

/// Longest side in pixels, whatever the drawing says: it has no pixels of its own.
const LONGEST_SIDE: f32 = 1600.0;

/// Returns the size in pixels.
pub(super) fn size(tree: &Tree) -> (u32, u32) {
    let size = tree.size();
    let scale = LONGEST_SIDE / size.width().max(size.height());
    (side(size.width() * scale), side(size.height() * scale))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between one and the longest side"
)]
fn side(length: f32) -> u32 {
    length.round().clamp(1.0, LONGEST_SIDE) as u32
}

/// Draws a drawing in a size.
pub(super) fn draw(tree: &Tree, width: u32, height: u32) -> Result<DynamicImage, PictureError> {
    let mut pixels = Pixmap::new(width, height).ok_or(PictureError::Internal)?;
    #[expect(clippy::cast_precision_loss, reason = "sides of a picture")]
    let (width_to, height_to) = (width as f32, height as f32);
    let transform = Transform::from_scale(width_to / tree.size().width(), height_to / tree.size().height());
    resvg::render(tree, transform, &mut pixels.as_mut());
    let colours = pixels.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    let picture = RgbaImage::from_raw(width, height, colours.collect()).ok_or(PictureError::Internal)?;
    Ok(DynamicImage::ImageRgba8(picture))
}
