//! How long texts are kept.

use super::{blank, trash};
use crate::retention::{About, Retention, in_words};

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    let entry = |what, why, how_long, about, tables| Retention { what, why, how_long, about, tables };
    vec![
        entry(
            "Texter, med tidigare versioner",
            "Vi publicerar en persons berättelse bara om personen har sagt ja. Du kan ändra dig när du vill.",
            format!(
                "Så länge vi behöver texten. En text i papperskorgen tas bort för gott efter {} dagar, med alla versioner.",
                trash::DAYS
            ),
            About::Participants,
            &["posts", "revisions", "search_index", "title_words"],
        ),
        entry(
            "Utkast: det du har skrivit och inte sparat som en version",
            "Inget du har skrivit ska försvinna.",
            format!(
                "Tills du sparar, slänger utkastet eller texten tas bort. En text utan ett enda ord tas bort efter {}.",
                in_words(blank::DAY)
            ),
            About::Staff,
            &["drafts"],
        ),
    ]
}
