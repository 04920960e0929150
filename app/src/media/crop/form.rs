//! Focus and crop as they are typed: in percent.

use serde::{Deserialize, Serialize};

use super::{Crop, Focus, Framing, Share};
use crate::field_errors::FieldErrors;

/// Smallest width and height of a crop: less would be a blur.
const SMALLEST: Share = match Share::of_percent(10) {
    Some(share) => share,
    None => Share::ALL,
};

const FOCUS_WRONG: &str = "Skriv ett tal från 0 till 100, till exempel 40.";
const CROP_WRONG: &str = "Skriv ett tal från 0 till 100, eller lämna alla fyra fälten tomma för hela bilden.";

/// A framing as typed. Empty fields are no decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FramingForm {
    /// Focus from the left.
    pub focus_x: String,
    /// Focus from the top.
    pub focus_y: String,
    /// Left edge of the crop.
    pub crop_left: String,
    /// Upper edge of the crop.
    pub crop_top: String,
    /// Width of the crop.
    pub crop_width: String,
    /// Height of the crop.
    pub crop_height: String,
}

impl FramingForm {
    /// Reads the form.
    ///
    /// # Errors
    /// What is wrong with which field.
    pub fn parse(&self) -> Result<Framing, FieldErrors> {
        let mut errors = FieldErrors::default();
        let focus = match shares([("focus_x", &self.focus_x), ("focus_y", &self.focus_y)]) {
            Ok(shares) => shares.map(|[x, y]| Focus { x, y }),
            Err(fields) => {
                errors.extend(fields.into_iter().map(|field| (field, FOCUS_WRONG)));
                None
            }
        };
        let crop = match shares([
            ("crop_left", &self.crop_left),
            ("crop_top", &self.crop_top),
            ("crop_width", &self.crop_width),
            ("crop_height", &self.crop_height),
        ]) {
            Ok(shares) => shares.map(|[left, top, width, height]| Crop { left, top, width, height }),
            Err(fields) => {
                errors.extend(fields.into_iter().map(|field| (field, CROP_WRONG)));
                None
            }
        };
        if let Some(Crop { left, top, width, height }) = crop {
            for (field, start, size, sentence) in [
                ("crop_width", left, width, "Beskärningen går utanför bildens högra kant. Gör den smalare."),
                ("crop_height", top, height, "Beskärningen går utanför bildens nedre kant. Gör den lägre."),
            ] {
                if size < SMALLEST {
                    errors.add(field, "Beskärningen är för liten. Skriv minst 10.");
                } else if start.checked_add(size).is_none() {
                    errors.add(field, sentence);
                }
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Framing { focus, crop: crop.filter(|crop| *crop != Crop::WHOLE) })
    }
}

impl From<&Framing> for FramingForm {
    fn from(framing: &Framing) -> Self {
        let focus = framing.focus.map(|focus| [focus.x, focus.y].map(Share::percent));
        let crop =
            framing.crop.map(|crop| [crop.left, crop.top, crop.width, crop.height].map(Share::percent));
        let [focus_x, focus_y] = focus.unwrap_or_default();
        let [crop_left, crop_top, crop_width, crop_height] = crop.unwrap_or_default();
        Self { focus_x, focus_y, crop_left, crop_top, crop_width, crop_height }
    }
}

/// Reads fields that are all filled in or all empty, or returns those that are wrong.
fn shares<const N: usize>(
    fields: [(&'static str, &String); N],
) -> Result<Option<[Share; N]>, Vec<&'static str>> {
    if fields.iter().all(|(_, typed)| typed.trim().is_empty()) {
        return Ok(None);
    }
    let shares = fields.map(|(field, typed)| Share::parse_percent(typed).ok_or(field));
    let wrong: Vec<_> = shares.iter().filter_map(|share| share.err()).collect();
    if wrong.is_empty() { Ok(Some(shares.map(Result::unwrap_or_default))) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(values: [&str; 6]) -> FramingForm {
        let [focus_x, focus_y, crop_left, crop_top, crop_width, crop_height] = values.map(str::to_owned);
        FramingForm { focus_x, focus_y, crop_left, crop_top, crop_width, crop_height }
    }

    #[test]
    fn what_is_saved_is_read_back() {
        for values in [
            ["", "", "", "", "", ""],
            ["40", "25", "", "", "", ""],
            ["", "", "0", "12,5", "100", "87,5"],
            ["100", "0", "90", "90", "10", "10"],
        ] {
            let framing = form(values).parse().unwrap();
            assert_eq!(FramingForm::from(&framing), form(values));
        }
        assert!(form(["", "", "0", "0", "100", "100"]).parse().unwrap().is_default(), "the whole picture");
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (values, fields) in [
            (["40", "", "", "", "", ""], &["focus_y"][..]),
            (["101", "x", "", "", "", ""], &["focus_x", "focus_y"]),
            (["", "", "10", "", "", ""], &["crop_top", "crop_width", "crop_height"]),
            (["", "", "60", "0", "50", "100"], &["crop_width"]),
            (["", "", "0", "60", "100", "40,01"], &["crop_height"]),
            (["", "", "0", "0", "9,99", "5"], &["crop_width", "crop_height"]),
        ] {
            let errors = form(values).parse().unwrap_err();
            assert_eq!(errors.iter().map(|(field, _)| field).collect::<Vec<_>>(), fields, "{values:?}");
        }
    }
}
