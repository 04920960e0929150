//! How long pictures and documents are kept.

use super::{documents, pictures};
use crate::picture_library::trash;
use crate::retention::{About, Retention};

/// What this room deletes.
pub(crate) fn declared() -> Vec<Retention> {
    vec![
        Retention {
            what: "Bilder",
            why: "Vi tar bort dold information i bilden, till exempel var den är tagen.",
            how_long: format!(
                "En bild som inget använder läggs i papperskorgen efter {} dagar. Därifrån tas den bort för gott efter {} dagar.",
                pictures::UNUSED_DAYS,
                trash::DAYS
            ),
            about: About::Participants,
            tables: &["pictures", "picture_variants", "picture_renditions"],
        },
        Retention {
            what: "Dokument",
            why: "Ett dokument visas bara så länge en text som är publicerad länkar till det.",
            how_long: format!(
                "Ett borttaget dokument går att ta tillbaka i {} dagar. Sedan tas det bort för gott.",
                documents::DAYS
            ),
            about: About::Participants,
            tables: &["documents", "document_files"],
        },
    ]
}
