//! How long review links are kept.

use super::DAYS;
use crate::retention::{About, Retention};

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Länkar som du har delat med någon utanför redaktionen",
        why: "Den som har länken kan läsa texten innan den är publicerad.",
        how_long: format!("Slutar gälla efter {DAYS} dagar, eller när du avslutar dem."),
        about: About::Staff,
        tables: &["review_links"],
    }]
}
