//! How long recordings are kept.

use crate::retention::{About, Retention};

/// How many days a recording that was taken away, or replaced, can be brought back.
pub(crate) const DAYS: i64 = 30;

/// Declares that a recording is somebody's voice, and how long it stays.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Inspelningar",
        why: "En röst kan höra till en person. Vi sparar bara ljudet, inte var, när eller med vilken telefon det är \
              inspelat. Läsarna kan lyssna bara så länge de kan läsa texten.",
        how_long: format!(
            "En borttagen inspelning går att ta tillbaka i {DAYS} dagar. Sedan tas den bort för gott, och genast när \
             texten raderas."
        ),
        about: About::Participants,
        tables: &["recordings"],
    }]
}
