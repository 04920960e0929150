//! How long pictures are kept.

use super::pictures;
use crate::picture_library::trash;
use crate::retention::{About, Retention};

/// What this room deletes.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Bilder",
        why: "Vi tar bort dold information i bilden, till exempel var den är tagen.",
        how_long: format!(
            "En bild som inget använder läggs i papperskorgen efter {} dagar. Därifrån tas den bort för gott efter {} dagar.",
            pictures::UNUSED_DAYS,
            trash::DAYS
        ),
        about: About::Participants,
        tables: &["pictures", "picture_variants"],
    }]
}
