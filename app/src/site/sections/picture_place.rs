//! Places for pictures among the settings, and what a picture has to be like for each.

use crate::media::store::PictureChoice;

/// Said of a picture that is not in the library.
pub(super) const GONE: &str = "Bilden finns inte längre. Välj en annan.";

/// Where a picture of the settings is shown, which decides what it has to be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PicturePlace {
    /// A logo, in any shape.
    Logo,
    /// An icon, from which large and small ones are made.
    Icon,
    /// A picture beside links that others share.
    SharedLink,
}

impl PicturePlace {
    /// Says why a picture does not suit the place; nothing if it does.
    pub(super) fn unfit(self, picture: &PictureChoice) -> Option<&'static str> {
        let is_large =
            |width, height| picture.is_drawing || picture.width >= width && picture.height >= height;
        match self {
            Self::Icon if !is_large(512, 512) => {
                Some("Välj en bild som är minst 512 bildpunkter på bredden och på höjden, eller en SVG.")
            }
            Self::SharedLink if !is_large(1200, 600) => {
                Some("Välj en bild som är minst 1200 bildpunkter bred och 600 hög.")
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_suits_its_place() {
        let picture = |width, height, is_drawing| {
            let (name, alt, thumbnail) = (String::new(), String::new(), String::new());
            let id = "0123456789abcdef0123456789abcdef".parse().unwrap();
            PictureChoice { id, name, alt, width, height, is_drawing, thumbnail }
        };
        for (picture, suits) in [
            (picture(400, 90, false), [true, false, false]),
            (picture(1, 1, true), [true, true, true]),
            (picture(1200, 630, false), [true, true, true]),
            (picture(512, 512, false), [true, true, false]),
        ] {
            let places = [PicturePlace::Logo, PicturePlace::Icon, PicturePlace::SharedLink];
            assert_eq!(places.map(|place| place.unfit(&picture).is_none()), suits, "{picture:?}");
        }
    }
}
