//! How long the audit log is kept.

use crate::retention::{About, Retention};

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Händelser: vem i redaktionen som har gjort vad, och när",
        why: "Det ska gå att se i efterhand vem som publicerade, ändrade eller tog bort något. Listan går inte att ändra. När en berättelse tas bort för alltid tas dess namn bort ur listan.",
        how_long: "Så länge webbplatsen finns.".into(),
        about: About::Staff,
        tables: &["audit_log"],
    }]
}
