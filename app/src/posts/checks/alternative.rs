//! Words for those who do not see a picture.

use super::language::key;

/// What cameras and programs call pictures.
const FILE_ENDINGS: [&str; 9] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".tif", ".tiff", ".svg"];
const CAMERAS: [&str; 8] = ["img", "dsc", "dscn", "dscf", "pxl", "screenshot", "skärmbild", "skärmavbild"];

/// Words that only say that there is a picture.
const EMPTY: [&str; 10] =
    ["bild", "bilden", "en bild", "foto", "fotot", "ett foto", "image", "picture", "alt", "alternativtext"];

/// How somebody begins who forgets that a screen reader says it already.
const OPENINGS: [&str; 10] = [
    "bild på ",
    "bild av ",
    "en bild på ",
    "en bild av ",
    "foto på ",
    "foto av ",
    "ett foto på ",
    "ett foto av ",
    "fotografi av ",
    "bilden visar ",
];

/// How many characters are enough.
const LONGEST: usize = 150;

/// What is wrong with somebody's words for a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// There are none.
    Missing,
    /// They are a file's name, or say nothing but that there is a picture.
    NoDescription,
    /// They are the words under the picture once more.
    SameAsCaption,
    /// They say first that it is a picture.
    SaysPicture,
    /// They are longer than anybody wants to listen to.
    TooLong,
}

pub(super) fn fault(alt: &str, caption: &str) -> Option<Fault> {
    let words = key(alt);
    let lower = alt.trim().to_lowercase();
    if words.is_empty() {
        Some(Fault::Missing)
    } else if EMPTY.contains(&&*words) || is_file_name(&lower) {
        Some(Fault::NoDescription)
    } else if words == key(caption) {
        Some(Fault::SameAsCaption)
    } else if OPENINGS.iter().any(|opening| lower.starts_with(opening)) {
        Some(Fault::SaysPicture)
    } else if alt.trim().chars().count() > LONGEST {
        Some(Fault::TooLong)
    } else {
        None
    }
}

fn is_file_name(lower: &str) -> bool {
    let is_one_word = !lower.contains(char::is_whitespace);
    let is_named = FILE_ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let from_camera = CAMERAS.iter().any(|name| {
        let rest = lower.strip_prefix(name).map(|rest| rest.trim_start_matches(['_', '-', ' ']));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    let is_joined = is_one_word && lower.contains(['_', '-']) && lower.contains(|c: char| c.is_ascii_digit());
    is_named || from_camera || is_joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_help_nobody() {
        for (alt, expected) in [
            ("", Fault::Missing),
            (" … ", Fault::Missing),
            ("IMG_1234", Fault::NoDescription),
            ("IMG 1234", Fault::NoDescription),
            ("Gruppfoto sommar 2026.JPG", Fault::NoDescription),
            ("bro-960", Fault::NoDescription),
            ("Bild", Fault::NoDescription),
            ("Bron i snö.", Fault::SameAsCaption),
            ("Bild på en bro", Fault::SaysPicture),
            ("En bild av en bro", Fault::SaysPicture),
        ] {
            assert_eq!(fault(alt, "Bron i snö"), Some(expected), "{alt}");
        }
        for alt in [
            "En röd bro",
            "Bildhuggaren vid bänken",
            "En skärmbild av kalendern",
            "Fyra personer på E4",
            "Bron i snö och mörker",
        ] {
            assert_eq!(fault(alt, "Bron i snö"), None, "{alt}");
        }
    }
}
