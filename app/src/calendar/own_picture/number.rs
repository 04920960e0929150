//! How a door's number is seen over a picture.

use super::Place;
use super::pixels::Pixels;
use crate::site::colours::Rgb;

/// The contrast that a number has to all that is behind it, by WCAG 2.2, 1.4.3 (AA).
pub(super) const NEEDED: f64 = 4.5;

/// The colour or ground of a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Number {
    /// Light, straight on the picture.
    Light,
    /// Dark, straight on the picture.
    Dark,
    /// On a plate of its own, for what is both light and dark.
    #[default]
    Plate,
}

impl Number {
    /// The light colour.
    pub(super) const LIGHT: Rgb = Rgb::WHITE;
    /// The dark colour: that of the night.
    pub(super) const DARK: Rgb = Rgb::hex(0x0b_1b27);

    /// Decides how a number is seen within a door: every point behind it counts.
    pub(super) fn on(pixels: &Pixels, place: Place) -> Self {
        let Some((darkest, lightest)) = pixels.extremes(place) else { return Self::Plate };
        if Self::LIGHT.contrast(lightest) >= NEEDED {
            Self::Light
        } else if Self::DARK.contrast(darkest) >= NEEDED {
            Self::Dark
        } else {
            Self::Plate
        }
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb as Pixel, RgbImage};
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::own_picture::place::testing::place;

    /// A dark left half and a light right one.
    fn halves() -> Pixels {
        let picture =
            RgbImage::from_fn(100, 50, |x, _| Pixel(if x < 50 { [20, 30, 60] } else { [240, 235, 220] }));
        Pixels::of(&picture.into())
    }

    #[test]
    fn a_number_is_light_on_dark_and_dark_on_light_and_has_a_plate_on_both() {
        assert_eq!(Number::on(&halves(), place(5, 10, 30, 40)), Number::Light);
        assert_eq!(Number::on(&halves(), place(60, 10, 30, 40)), Number::Dark);
        assert_eq!(Number::on(&halves(), place(40, 10, 30, 40)), Number::Plate);
    }

    #[test]
    fn a_grey_that_neither_colour_is_seen_on_needs_a_plate() {
        let grey = RgbImage::from_pixel(10, 10, Pixel([119, 119, 119]));
        let number = Number::on(&Pixels::of(&grey.into()), place(0, 0, 100, 100));
        assert!(Number::LIGHT.contrast(Rgb([119; 3])) < NEEDED);
        assert_ne!(number, Number::Light);
    }

    proptest! {
        #[test]
        fn whatever_the_picture_a_number_is_seen(colours in proptest::collection::vec(any::<[u8; 3]>(), 1..30)) {
            let picture = RgbImage::from_fn(u32::try_from(colours.len()).unwrap(), 1, |x, _| Pixel(colours[x as usize]));
            let number = Number::on(&Pixels::of(&picture.into()), place(0, 0, 100, 100));
            for colour in colours.into_iter().map(Rgb) {
                let contrast = match number {
                    Number::Light => Number::LIGHT.contrast(colour),
                    Number::Dark => Number::DARK.contrast(colour),
                    Number::Plate => Number::LIGHT.contrast(Number::DARK),
                };
                prop_assert!(contrast >= NEEDED, "{number:?} on {colour:?}: {contrast}");
            }
        }
    }
}
