//! Colours as a screen shows them, and their contrast.

use std::fmt;

use color::{Srgb, parse_color};

use super::oklch::Oklch;

/// A colour of the screen: red, green and blue in sRGB, eight bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Text on a light colour. A black without glare, as the ink of the pages is.
    pub const NEAR_BLACK: Self = Self::hex(0x0f_1418);

    /// Makes a colour of a number such as `0x0e2433`.
    pub const fn hex(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self([red, green, blue])
    }

    /// Parses what people write or paste: `#abc`, `abc`, `#AABBCC`, `rgb(0, 51, 153)`, `0 51 153`, `R0 G51 B153`,
    /// `hsl(…)`, `oklch(…)` and the names of CSS. A colour that shines through is refused, because its contrast depends
    /// on what is behind it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(parts) = three_numbers(&text) {
            return Some(Self(parts));
        }
        let is_bare_hex = matches!(text.len(), 3 | 6) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let text = if is_bare_hex { format!("#{text}") } else { text };
        let (colour, alpha) = parse_color(&text).ok()?.to_alpha_color::<Srgb>().split();
        let is_whole = colour.components.iter().all(|part| part.is_finite()) && alpha >= 1.0;
        is_whole.then(|| Oklch::of_srgb(colour).to_rgb_or(colour))
    }

    /// Returns the relative luminance by WCAG 2.2, from 0 to 1.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126f64.mul_add(red, 0.7152f64.mul_add(green, 0.0722 * blue))
    }

    /// Returns the contrast with another colour by WCAG 2.2, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Returns what is seen when a part of this colour, from 0 to 1, lies over a ground.
    #[must_use]
    pub fn over(self, ground: Self, part: f64) -> Self {
        let [red, green, blue] = [0, 1, 2].map(|at| {
            let (over, ground) = (f64::from(self.0[at]), f64::from(ground.0[at]));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
            let mixed = over.mul_add(part, ground * (1.0 - part)).round() as u8;
            mixed
        });
        Self([red, green, blue])
    }

    /// Returns the colour in which text on this one is read best: white, or nearly black.
    #[must_use]
    pub fn label(self) -> Self {
        let [white, black] = [Self::WHITE, Self::NEAR_BLACK].map(|label| label.contrast(self));
        if white >= black { Self::WHITE } else { Self::NEAR_BLACK }
    }
}

/// Reads three numbers from 0 to 255 without more words than `r`, `g` and `b`, as brand manuals write them.
fn three_numbers(text: &str) -> Option<[u8; 3]> {
    let is_number_list = text.bytes().all(|byte| byte.is_ascii_digit() || b" ,;/:rgb".contains(&byte));
    let parts = text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let parts: Vec<u8> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    is_number_list.then(|| parts.try_into().ok()).flatten()
}

impl fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Rgb;

    #[test]
    fn what_people_write_is_understood() {
        let blue = Some(Rgb::hex(0x00_3399));
        for text in [
            "#003399",
            "003399",
            " #039 ",
            "039",
            "rgb(0, 51, 153)",
            "RGB(0 51 153)",
            "0, 51, 153",
            "R0 G51 B153",
            "0/51/153",
            "rgba(0,51,153,1)",
            "#003399ff",
            "hsl(220 100% 30%)",
        ] {
            assert_eq!(Rgb::parse(text), blue, "{text}");
        }
        assert_eq!(Rgb::parse("#AbCdEf"), Some(Rgb::hex(0xab_cdef)));
        assert_eq!(Rgb::parse("yellow"), Some(Rgb::hex(0xff_ff00)));
        // Brighter than any screen of sRGB: the hue stays.
        assert!(Rgb::parse("oklch(70% 0.4 150)").is_some());
        for text in
            ["", "#", "blå", "#12", "#12345", "#0033990f", "300 0 0", "0 51", "PMS 286", "none", "rgb(1,2)"]
        {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
    }

    #[test]
    fn colours_are_written_as_they_are_read() {
        for number in (0..0x0100_0000).step_by(4_099) {
            let colour = Rgb::hex(number);
            assert_eq!(Rgb::parse(&colour.to_string()), Some(colour));
        }
    }

    #[test]
    fn contrast_and_mixtures_are_those_of_the_standard() {
        assert!((Rgb::hex(0).contrast(Rgb::WHITE) - 21.0).abs() < 1e-9);
        assert!((Rgb::hex(0x77_7777).contrast(Rgb::WHITE) - 4.478).abs() < 1e-3);
        assert_eq!(Rgb::hex(0xff_0000).over(Rgb::hex(0x00_00ff), 0.25), Rgb::hex(0x40_00bf));
    }

    #[test]
    fn labels_are_white_on_dark_and_dark_on_light() {
        assert_eq!(Rgb::hex(0x00_3399).label(), Rgb::WHITE);
        assert_eq!(Rgb::hex(0xff_ff00).label(), Rgb::NEAR_BLACK);
    }
}
