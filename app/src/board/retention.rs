//! How long the board remembers who moved what.

use crate::retention::{About, Retention};

/// The last move of each person on the staff.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Det du flyttade senast på tavlan",
        why: "Du ska kunna ångra det.",
        how_long: "Tills du flyttar något annat, eller ångrar.".into(),
        about: About::Staff,
        tables: &["board_moves"],
    }]
}
