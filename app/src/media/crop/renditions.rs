//! Files that are cut from a picture.

use data_encoding::HEXLOWER;
use fast_image_resize::{ResizeOptions, Resizer};
use image::DynamicImage;
use sha2::{Digest as _, Sha256};

use super::{Framing, Region, Shape};
use crate::media::PictureError;
use crate::media::intake::encode_webp;

/// A file that is cut from a picture, in one shape and width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Name in the picture's folder and last part of its address.
    pub name: String,
    /// Decides where it is shown: a list wants another one than a lead picture.
    pub shape: Shape,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Makes the renditions of a picture, with their bytes. `pixels` are those of its widest file, and `source` is the hash
/// of that file. It works for a moment: call it on a thread for blocking work.
pub(super) fn make(
    pixels: &DynamicImage,
    source: &[u8],
    framing: &Framing,
) -> Result<Vec<(Rendition, Vec<u8>)>, PictureError> {
    let mut made = Vec::new();
    for shape in shapes(framing) {
        let size = (pixels.width(), pixels.height());
        let region = framing.region_of(size, shape);
        for (width, height) in sizes(&region, size, shape) {
            let name = name(source, &region, shape, width);
            let bytes = encode_webp(&cut(pixels, &region, width, height)?)?;
            made.push((Rendition { name, shape, width, height }, bytes));
        }
    }
    Ok(made)
}

/// Returns the shapes that are stored. A picture without a decision has none, since every place shows its whole files, and
/// one that is not cropped is shown whole above its text.
fn shapes(framing: &Framing) -> impl Iterator<Item = Shape> {
    let (is_default, is_cropped) = (framing.is_default(), framing.crop.is_some());
    Shape::ALL.into_iter().filter(move |shape| !is_default && (is_cropped || *shape != Shape::Lead))
}

/// Returns the sizes in which a region is stored, none larger than the region itself.
fn sizes(region: &Region, (width, height): (u32, u32), shape: Shape) -> Vec<(u32, u32)> {
    let [_, _, region_width, region_height] = region.in_pixels(width, height);
    let own_width = rounded(region_width);
    let mut widths: Vec<u32> = shape.widths().iter().copied().filter(|made| *made < own_width).collect();
    if widths.len() < shape.widths().len() {
        widths.push(own_width);
    }
    let height_at = |width: u32| match shape.ratio() {
        Some(ratio) => rounded(f64::from(width) / ratio),
        None => rounded(f64::from(width) * region_height / region_width),
    };
    widths.into_iter().map(|width| (width, height_at(width))).collect()
}

/// Scales a region to a size. The region's edges lie between pixels, so that nothing moves from one width to the next.
fn cut(
    pixels: &DynamicImage,
    region: &Region,
    width: u32,
    height: u32,
) -> Result<DynamicImage, PictureError> {
    let [left, top, region_width, region_height] = region.in_pixels(pixels.width(), pixels.height());
    // What rounding adds must not lie outside of the picture.
    let region_width = region_width.min(f64::from(pixels.width()) - left);
    let region_height = region_height.min(f64::from(pixels.height()) - top);
    let mut scaled = DynamicImage::new(width, height, pixels.color());
    let options = ResizeOptions::new().crop(left, top, region_width, region_height);
    Resizer::new().resize(pixels, &mut scaled, &options).map_err(|error| {
        tracing::error!(%error, "a rendition could not be cut");
        PictureError::Internal
    })?;
    Ok(scaled)
}

/// Returns the name of a rendition: a hash of everything that it is made from.
fn name(source: &[u8], region: &Region, shape: Shape, width: u32) -> String {
    let mut hash = Sha256::new();
    hash.update(source);
    for edge in [region.left, region.top, region.width, region.height] {
        hash.update(edge.to_le_bytes());
    }
    hash.update(shape.as_str());
    hash.update(width.to_le_bytes());
    // Shorter than a picture's id, so that nobody takes it for one.
    HEXLOWER.encode(&hash.finalize()[..12]) + ".webp"
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a side of a picture")]
fn rounded(side: f64) -> u32 {
    side.round().max(1.0) as u32
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;
    use crate::media::crop::{Crop, Focus, Share};

    fn picture() -> DynamicImage {
        // Red on the left half, green on the right one.
        RgbImage::from_fn(1600, 900, |x, _| if x < 800 { Rgb([220, 20, 20]) } else { Rgb([20, 220, 20]) })
            .into()
    }

    fn share(fraction: f64) -> Share {
        Share::from_fraction(fraction).unwrap()
    }

    fn focus_at(x: f64) -> Framing {
        Framing { focus: Some(Focus { x: share(x), y: share(0.5) }), crop: None }
    }

    fn sizes_of(made: &[(Rendition, Vec<u8>)], shape: Shape) -> Vec<(u32, u32)> {
        made.iter()
            .filter(|(made, _)| made.shape == shape)
            .map(|(made, _)| (made.width, made.height))
            .collect()
    }

    #[test]
    fn a_picture_without_a_decision_has_none() {
        assert_eq!(make(&picture(), b"a", &Framing::default()).unwrap(), []);
    }

    #[test]
    fn each_shape_gets_its_widths_and_none_is_blown_up() {
        let focus = focus_at(0.9);
        let made = make(&picture(), b"a", &focus).unwrap();
        assert_eq!(sizes_of(&made, Shape::Teaser), [(480, 270), (960, 540)]);
        assert_eq!(sizes_of(&made, Shape::Square), [], "no page shows it");
        assert_eq!(sizes_of(&made, Shape::Lead), [], "it is shown whole");
        let crop = Crop { left: share(0.5), top: Share::NONE, width: share(0.4), height: share(0.5) };
        let made = make(&picture(), b"a", &Framing { focus: None, crop: Some(crop) }).unwrap();
        assert_eq!(sizes_of(&made, Shape::Lead), [(480, 338), (640, 450)]);
        for (rendition, bytes) in &made {
            let shown = image::load_from_memory(bytes).unwrap().to_rgb8();
            assert_eq!((shown.width(), shown.height()), (rendition.width, rendition.height));
            let [red, green, _] = shown.get_pixel(1, 1).0;
            assert!(green > 180 && red < 60, "{rendition:?} shows only what is left of the crop");
        }
    }

    #[test]
    fn a_name_tells_of_everything_that_the_file_is_made_from() {
        let names = |source: &[u8], x| {
            let made = make(&picture(), source, &focus_at(x)).unwrap();
            made.into_iter().map(|(made, _)| made.name).collect::<Vec<_>>()
        };
        let one = names(b"a", 0.4);
        assert_eq!(one, names(b"a", 0.4));
        assert!(one.iter().all(|name| name.len() == 29), "{one:?}");
        let mut all = [one, names(b"b", 0.4), names(b"a", 0.41)].concat();
        all.sort();
        let count = all.len();
        all.dedup();
        // The teaser of a picture in its own proportions is the whole picture, wherever its focus lies.
        assert_eq!(all.len(), count - 2);
    }
}
