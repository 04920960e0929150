//! What people call a colour.

use super::oklch::Oklch;
use super::rgb::Rgb;

/// The name of a colour in Swedish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ColourName {
    /// As in "en mörkare gul".
    pub(super) plain: &'static str,
    /// As in "din gula".
    pub(super) definite: &'static str,
}

const fn name(plain: &'static str, definite: &'static str) -> ColourName {
    ColourName { plain, definite }
}

impl ColourName {
    /// Names a colour by hue, and without one by lightness.
    pub(super) fn of(colour: Rgb) -> Self {
        let Oklch { lightness, chroma, hue } = Oklch::of(colour);
        if chroma < 0.03 {
            return match lightness {
                light if light > 0.93 => name("vit", "vita"),
                dark if dark < 0.25 => name("svart", "svarta"),
                _ => name("grå", "grå"),
            };
        }
        match hue.rem_euclid(360.0) {
            hue if hue < 15.0 && lightness > 0.55 => name("rosa", "rosa"),
            hue if hue < 45.0 => name("röd", "röda"),
            hue if hue < 110.0 && lightness < 0.5 => name("brun", "bruna"),
            hue if hue < 72.0 => name("orange", "orange"),
            hue if hue < 118.0 => name("gul", "gula"),
            hue if hue < 175.0 => name("grön", "gröna"),
            hue if hue < 215.0 => name("turkos", "turkosa"),
            hue if hue < 282.0 => name("blå", "blå"),
            hue if hue < 320.0 => name("lila", "lila"),
            _ if lightness > 0.5 => name("rosa", "rosa"),
            _ => name("vinröd", "vinröda"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_have_the_names_that_people_give_them() {
        for (colour, plain) in [
            (0xff_ff00, "gul"),
            (0xe3_a72f, "gul"),
            (0x00_3399, "blå"),
            (0xe4_003a, "röd"),
            (0x8f_2f24, "röd"),
            (0x00_573f, "grön"),
            (0x39_ff14, "grön"),
            (0x00_b3b0, "turkos"),
            (0xff_7a00, "orange"),
            (0x6a_1b9a, "lila"),
            (0xff_69b4, "rosa"),
            (0x5a_3a1a, "brun"),
            (0x80_8080, "grå"),
            (0xff_ffff, "vit"),
            (0x00_0000, "svart"),
        ] {
            assert_eq!(ColourName::of(Rgb::hex(colour)).plain, plain, "{colour:06x}");
        }
    }
}
