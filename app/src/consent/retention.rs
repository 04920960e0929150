//! How long consent is kept.

use crate::retention::{About, Retention};

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Samtycke till din berättelse: ditt namn, hur vi når dig, vad du har sagt ja till och när",
        why: "Vi måste kunna visa att du har sagt ja, och kunna fråga dig igen. Bara redaktörer ser vem du är. Namnet lagras krypterat.",
        how_long: "Så länge texten finns. När texten tas bort för gott tas samtycket också bort.".into(),
        about: About::Participants,
        tables: &["consents"],
    }]
}
