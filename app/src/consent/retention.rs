//! How long consent is kept.

use crate::retention::{About, Retention};

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    let signed = Retention {
        what: "Blanketten som du har skrivit under, om ni har gett den till oss",
        why: "Vi måste kunna visa att du har sagt ja. Bara redaktörer kan öppna den. Den lagras krypterad.",
        how_long: "Så länge samtycket står inskrivet här. En redaktör kan ta bort den tidigare.".into(),
        about: About::Participants,
        tables: &["consent_papers"],
    };
    let entry = Retention {
        what: "Samtycke till din berättelse: ditt namn, hur vi når dig, vad du har sagt ja till och när",
        why: "Vi måste kunna visa att du har sagt ja, och kunna fråga dig igen. Bara redaktörer ser vem du är. Namnet lagras krypterat.",
        how_long: "Så länge texten finns. När texten tas bort för gott tas samtycket också bort. Du kan be oss ta bort din berättelse för alltid när du vill.".into(),
        about: About::Participants,
        tables: &["consents"],
    };
    vec![entry, signed]
}
