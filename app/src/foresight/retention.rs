//! How long it is remembered who wants letters.

use crate::retention::{About, Retention};

/// The choice of each person.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Hur ofta du vill få brev om det som väntar, och när du senast fick ett",
        why: "Du ska få ett brev i taget, vid den tid du har valt.",
        how_long: "Tills du väljer att inte få brev, eller så länge kontot finns.".into(),
        about: About::Staff,
        tables: &["foresight_letters"],
    }]
}
