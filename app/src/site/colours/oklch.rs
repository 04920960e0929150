//! Lightness, chroma and hue as people see them (OKLCH), and the way back into what a screen can show.

use color::{Oklch as OklchSpace, OpaqueColor, Srgb};

use super::rgb::Rgb;

/// Below this chroma nobody sees a hue, and what is computed as one is noise.
const GREY: f32 = 0.0005;
/// How much of a chroma is found by halving: far less than a step of eight bits.
const HALVINGS: u32 = 12;

/// A colour by lightness (0 to 1), chroma (0 to about 0.32 in sRGB) and hue in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Oklch {
    pub(super) lightness: f32,
    pub(super) chroma: f32,
    pub(super) hue: f32,
}

impl Oklch {
    pub(super) fn of(colour: Rgb) -> Self {
        Self::of_srgb(OpaqueColor::new(colour.0.map(|part| f32::from(part) / 255.0)))
    }

    pub(super) fn of_srgb(colour: OpaqueColor<Srgb>) -> Self {
        let [lightness, chroma, hue] = colour.convert::<OklchSpace>().components;
        Self { lightness, chroma: if chroma < GREY { 0.0 } else { chroma }, hue }
    }

    /// Returns a colour of sRGB as it is, and of any other the nearest with the same lightness and hue.
    pub(super) fn to_rgb_or(self, colour: OpaqueColor<Srgb>) -> Rgb {
        if is_shown(colour) { eight_bits(colour) } else { self.to_rgb() }
    }

    /// Returns the colour of this lightness and hue with as much of the chroma as a screen can show: without the
    /// reduction, red, green or blue would be cut off, which changes hue and lightness.
    pub(super) fn to_rgb(self) -> Rgb {
        let whole = self.to_srgb(self.chroma);
        if is_shown(whole) {
            return eight_bits(whole);
        }
        let (mut shown, mut beyond) = (0.0, self.chroma);
        for _ in 0..HALVINGS {
            let middle = f32::midpoint(shown, beyond);
            if is_shown(self.to_srgb(middle)) {
                shown = middle;
            } else {
                beyond = middle;
            }
        }
        eight_bits(self.to_srgb(shown))
    }

    fn to_srgb(self, chroma: f32) -> OpaqueColor<Srgb> {
        OpaqueColor::<OklchSpace>::new([self.lightness, chroma, self.hue]).convert()
    }
}

/// Whether a screen can show it; what is less than half a step outside is rounded.
fn is_shown(colour: OpaqueColor<Srgb>) -> bool {
    colour.components.iter().all(|part| (-0.001..=1.001).contains(part))
}

fn eight_bits(colour: OpaqueColor<Srgb>) -> Rgb {
    let colour = colour.to_rgba8();
    Rgb([colour.r, colour.g, colour.b])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_is_the_same_colour() {
        for number in (0..0x0100_0000).step_by(997) {
            let colour = Rgb::hex(number);
            assert_eq!(Oklch::of(colour).to_rgb(), colour);
        }
    }

    #[test]
    fn what_no_screen_can_show_keeps_lightness_and_hue() {
        for hue in (0_u8..36).map(|tenth| f32::from(tenth) * 10.0) {
            for lightness in [0.3, 0.5, 0.7, 0.9] {
                let shown = Oklch::of(Oklch { lightness, chroma: 0.4, hue }.to_rgb());
                assert!((shown.lightness - lightness).abs() < 0.01, "{lightness} {hue}");
                let turned = (shown.hue - hue).rem_euclid(360.0);
                assert!(turned.min(360.0 - turned) < 3.0, "{lightness} {hue}: {}", shown.hue);
            }
        }
    }
}
