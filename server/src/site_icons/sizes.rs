//! Icons for home screens: opaque, and with room for the shape into which they are cut.

use std::io::Cursor;

use image::{ImageFormat, Rgba, RgbaImage, imageops};

use super::Artwork;

/// Grounds for artwork that has none of its own: of the header, and white.
const DARK: [u8; 3] = [0x0e, 0x24, 0x33];
const WHITE: [u8; 3] = [0xff; 3];

/// Side of the icon of a home screen of Apple's.
const TOUCH: u32 = 180;
const MASKABLE: u32 = 512;
/// How much of the side artwork takes, in per cent: with air around it, and as the largest square within the circle of four
/// fifths of the side, which no shape cuts.
const WITH_AIR: u32 = 80;
const IN_CIRCLE: u32 = 56;

/// The ground behind an icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ground {
    colour: [u8; 3],
    /// Whether it is the artwork's own, which reaches its edges.
    is_own: bool,
}

/// Draws the icon of a home screen that rounds its corners. What is transparent would be black there.
pub(super) fn touch(artwork: &Artwork) -> Option<RgbaImage> {
    let ground = ground(artwork)?;
    on_ground(artwork, ground, TOUCH, if ground.is_own { 100 } else { WITH_AIR })
}

/// Draws the icon of a home screen that cuts it into a circle or any other shape.
pub(super) fn maskable(artwork: &Artwork) -> Option<RgbaImage> {
    on_ground(artwork, ground(artwork)?, MASKABLE, IN_CIRCLE)
}

impl Artwork {
    /// Draws the icon for a dark place: as it is, or on white where it would not be seen.
    pub(crate) fn on_dark(&self, side: u32) -> Option<RgbaImage> {
        let ground = ground(self)?;
        if ground.is_own || ground.colour == DARK {
            self.fitted(side)
        } else {
            on_ground(self, ground, side, WITH_AIR)
        }
    }
}

/// Encodes PNG.
pub(super) fn png(pixels: &RgbaImage) -> Option<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, ImageFormat::Png).ok()?;
    Some(bytes.into_inner())
}

fn on_ground(artwork: &Artwork, ground: Ground, side: u32, percent: u32) -> Option<RgbaImage> {
    let [red, green, blue] = ground.colour;
    let mut icon = RgbaImage::from_pixel(side, side, Rgba([red, green, blue, u8::MAX]));
    let inner = side * percent / 100;
    let edge = (side - inner) / 2;
    imageops::overlay(&mut icon, &artwork.fitted(inner)?, edge.into(), edge.into());
    // Blending rounds.
    icon.pixels_mut().for_each(|pixel| pixel.0[3] = u8::MAX);
    Some(icon)
}

/// Chooses a ground: the colour that the artwork has in the middle of its edges, otherwise the one on which it is seen.
fn ground(artwork: &Artwork) -> Option<Ground> {
    const SIDE: u32 = 64;
    let small = artwork.fitted(SIDE)?;
    let (middle, first, last) = (SIDE / 2, 2, SIDE - 3);
    let edges = [(middle, first), (middle, last), (first, middle), (last, middle)]
        .map(|(x, y)| *small.get_pixel(x, y));
    let [Rgba([red, green, blue, _]), ..] = edges;
    let colour = [red, green, blue];
    let is_like = |edge: &Rgba<u8>| {
        edge.0[3] > 250 && edge.0.iter().zip(colour).all(|(one, other)| one.abs_diff(other) < 12)
    };
    if edges.iter().all(is_like) {
        return Some(Ground { colour, is_own: true });
    }
    let colour = if is_light(&small) { DARK } else { WHITE };
    Some(Ground { colour, is_own: false })
}

/// Whether what is seen of an image is light on the whole.
fn is_light(image: &RgbaImage) -> bool {
    let (light, seen) = image.pixels().fold((0_u64, 0_u64), |(light, seen), pixel| {
        let [red, green, blue, alpha] = pixel.0.map(u64::from);
        let luma = (299 * red + 587 * green + 114 * blue) / 1000;
        (light + luma * alpha, seen + alpha)
    });
    light > 140 * seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disc(colour: [u8; 3]) -> Artwork {
        let [red, green, blue] = colour;
        Artwork::Drawing(format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"><path fill="rgb({red},{green},{blue})" d="M2 5a3 3 0 0 1 6 0a3 3 0 0 1 -6 0z"/></svg>"#
        ))
    }

    fn corner(icon: &RgbaImage) -> [u8; 4] {
        icon.get_pixel(0, 0).0
    }

    #[test]
    fn icons_of_home_screens_are_opaque_on_a_ground_that_shows_them() {
        for (colour, ground) in [([20, 20, 60], WHITE), ([250, 240, 200], DARK)] {
            let [red, green, blue] = ground;
            for icon in [touch(&disc(colour)).unwrap(), maskable(&disc(colour)).unwrap()] {
                assert!(icon.pixels().all(|pixel| pixel.0[3] == 255));
                assert_eq!(corner(&icon), [red, green, blue, 255]);
                let middle = icon.get_pixel(icon.width() / 2, icon.height() / 2).0;
                assert_eq!(middle[..3], colour);
            }
        }
        assert_eq!(touch(&disc(WHITE)).unwrap().dimensions(), (180, 180));
    }

    #[test]
    fn artwork_stays_within_the_circle_that_nobody_cuts() {
        let red = Artwork::Pixels(RgbaImage::from_fn(300, 300, |x, y| {
            Rgba(if (x + y) % 2 == 0 { [255, 0, 0, 255] } else { [0, 0, 255, 255] })
        }));
        let icon = maskable(&red).unwrap();
        let ground = *icon.get_pixel(0, 0);
        for (x, y, pixel) in icon.enumerate_pixels() {
            let (x, y) = (f64::from(x) - 255.5, f64::from(y) - 255.5);
            assert!(*pixel == ground || x.hypot(y) <= 0.4 * 512.0, "{x} {y}");
        }
    }

    #[test]
    fn artwork_with_a_ground_of_its_own_keeps_it() {
        let own = Artwork::Pixels(RgbaImage::from_pixel(90, 90, Rgba([10, 120, 60, 255])));
        for icon in [touch(&own).unwrap(), maskable(&own).unwrap(), own.on_dark(48).unwrap()] {
            assert_eq!(corner(&icon), [10, 120, 60, 255]);
        }
    }

    #[test]
    fn a_wide_picture_stands_in_the_middle() {
        let wide = Artwork::Pixels(RgbaImage::from_pixel(400, 100, Rgba([255, 0, 0, 255])));
        let icon = wide.fitted(64).unwrap();
        assert_eq!((icon.get_pixel(32, 32).0[0], icon.get_pixel(32, 10).0[3]), (255, 0));
        assert!(wide.on_dark(64).unwrap().get_pixel(0, 0).0[3] == 255, "on white");
    }
}
