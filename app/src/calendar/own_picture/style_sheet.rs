//! The style sheet of one scene: where its doors are. The pages' policy allows no styles in attributes.
//!
//! Without it, and wherever doors would be too small for a finger, the doors are a grid under the picture
//! (`style/calendar/picture.css`).

use std::fmt::Write as _;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::stage::{WIDE, needed_width, widest};
use super::{Layout, Number, ScenePicture};

/// A style sheet and the class of the scene that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StyleSheet {
    pub(super) css: String,
    /// A hash of all that the style sheet says, so that no browser mixes the places of yesterday with today's.
    pub(super) hash: String,
}

impl StyleSheet {
    /// Writes the style sheet for an edition with so many days. A picture on which a day has no place gets none of it.
    pub(super) fn of(pictures: &[ScenePicture], days: u16) -> Self {
        let is_alone = pictures.len() == 1;
        let mut rules = String::new();
        for picture in pictures {
            if is_alone || picture.layout == Layout::Landscape {
                let widest = pixels(widest((picture.width, picture.height)));
                _ = write!(
                    rules,
                    "@media (min-width:40rem){{{SCENE} .picture-stage{{width:min(100%,{widest}px)}}}}"
                );
            }
            rules += &places(picture, days, is_alone).unwrap_or_default();
        }
        let hash = HEXLOWER.encode(&Sha256::digest(rules.as_bytes())[..8]);
        let css = rules.replace(SCENE, &format!(".scene-{hash}"));
        Self { css, hash }
    }
}

/// Stands for the selector of the scene until the hash is known.
const SCENE: &str = "&";

/// Writes where the doors are, for the screens on which all of them can be used.
fn places(picture: &ScenePicture, days: u16, is_alone: bool) -> Option<String> {
    let places = picture.places_of(days);
    if places.len() != usize::from(days) {
        return None;
    }
    let size = (picture.width, picture.height);
    let needed = needed_width(&places, size)?;
    let needed_px = pixels(needed);
    let media = match picture.layout {
        _ if is_alone && needed > widest(size) => return None,
        _ if is_alone => format!("(min-width:{needed_px}px)"),
        Layout::Portrait if needed >= WIDE => return None,
        Layout::Portrait => format!("(min-width:{needed_px}px) and (max-width:39.99rem)"),
        Layout::Landscape if needed > widest(size) => return None,
        Layout::Landscape => format!("(min-width:40rem) and (min-width:{needed_px}px)"),
    };
    let mut css = format!(
        "@media {media}{{{SCENE} .doors{{position:absolute;inset:0;display:block;padding:0}}\
         {SCENE} li{{position:absolute;width:auto;height:auto}}"
    );
    for (day, place) in &places {
        let [x, y, width, height] = <[u16; 4]>::from(*place);
        let sides = [y, 10_000 - x - width, 10_000 - y - height, x].map(percent).join(" ");
        let number = match picture.doors.get(day) {
            Some((_, Number::Light)) => format!(";--number:{};--plate:none", Number::LIGHT),
            Some((_, Number::Dark)) => format!(";--number:{};--plate:none", Number::DARK),
            Some((_, Number::Plate)) | None => String::new(),
        };
        _ = write!(css, "{SCENE} li:nth-child({day}){{inset:{sides}{number}}}");
    }
    css.push('}');
    Some(css)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the width of a screen")]
fn pixels(points: f64) -> u32 {
    points.ceil().clamp(0.0, 100_000.0) as u32
}

/// Writes ten-thousandths as percents.
fn percent(parts: u16) -> String {
    let (whole, rest) = (parts / 100, parts % 100);
    match rest {
        0 if whole == 0 => "0".to_owned(),
        0 => format!("{whole}%"),
        _ => format!("{}%", format!("{whole}.{rest:02}").trim_end_matches('0')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::own_picture::arrange;
    use crate::calendar::own_picture::store::testing::picture;

    fn arranged(layout: Layout, size: (u32, u32), days: u16) -> ScenePicture {
        let order: Vec<u16> = (1..=days).collect();
        picture(layout, size, &arrange(&order, size))
    }

    /// From which width on a style sheet places doors.
    fn first_width(css: &str) -> Option<f64> {
        let (before, _) = css.split_once("px){.scene-")?;
        before.rsplit_once("(min-width:")?.1.parse().ok()
    }

    #[test]
    fn doors_stand_by_all_four_sides() {
        let sheet = StyleSheet::of(&[arranged(Layout::Portrait, (600, 800), 4)], 4);
        assert!(
            sheet.css.contains(&format!(".scene-{} li:nth-child(4){{inset:", sheet.hash)),
            "{}",
            sheet.css
        );
        assert!(!sheet.css.contains("max-width:39.99rem"), "the only picture is for all screens");
    }

    #[test]
    fn a_picture_on_which_a_day_has_no_place_shows_a_grid() {
        let css =
            |placed, days| StyleSheet::of(&[arranged(Layout::Landscape, (1600, 900), placed)], days).css;
        assert!(!css(23, 24).contains("li:"));
        assert!(css(24, 23).contains("li:nth-child(23)") && !css(24, 23).contains("li:nth-child(24)"));
    }

    #[test]
    fn doors_too_small_for_a_finger_need_a_wider_screen() {
        let css = |size, days| StyleSheet::of(&[arranged(Layout::Landscape, size, days)], days).css;
        assert!(first_width(&css((1600, 400), 24)).is_some_and(|width| width > 320.0));
        assert!(!css((1600, 500), 366).contains("li:"), "no screen is wide enough");
    }

    #[test]
    fn two_pictures_share_the_screens() {
        let pictures =
            [arranged(Layout::Landscape, (1600, 900), 24), arranged(Layout::Portrait, (900, 1600), 24)];
        let css = StyleSheet::of(&pictures, 24).css;
        assert!(
            css.contains("@media (min-width:40rem) and (min-width:")
                && css.contains("and (max-width:39.99rem){"),
            "{css}"
        );
    }

    #[test]
    fn percents_are_as_short_as_they_can_be() {
        assert_eq!(
            [0, 5, 50, 1_000, 1_234, 10_000].map(percent),
            ["0", "0.05%", "0.5%", "10%", "12.34%", "100%"]
        );
    }
}
