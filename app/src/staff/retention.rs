//! What is stored about the staff, and for how long.

use super::cookies::Purpose;
use super::{password_link, session, throttle};
use crate::retention::{About, Retention, in_words};
use crate::time::DAY;

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    let entry = |what, why, how_long, tables| Retention { what, why, how_long, about: About::Staff, tables };
    vec![
        entry(
            "Ditt konto: namn, e-postadress, roll, ett förvrängt lösenord och när du senast var här",
            "Det behövs för att du ska kunna logga in och för att andra ska se vem som har gjort vad.",
            "Så länge kontot finns.".into(),
            &["staff"],
        ),
        entry(
            "Dina inloggningar",
            "Servern behöver veta vem som är inloggad.",
            format!(
                "En inloggning slutar gälla efter {} utan att du gör något, och alltid efter {}. Den glöms efter {}.",
                in_words(session::IDLE_LIMIT),
                in_words(session::ABSOLUTE_LIMIT),
                in_words(session::ABSOLUTE_LIMIT + DAY),
            ),
            &["staff_sessions", "ended_sessions"],
        ),
        entry(
            "Nätadressen (IP-adressen) som du har loggat in från",
            "Den som gissar lösenord någon annanstans ifrån ska inte kunna stänga dig ute.",
            format!(
                "Tas bort {} efter att du senast loggade in därifrån.",
                in_words(throttle::NETWORK_MEMORY)
            ),
            &["staff_networks"],
        ),
        entry(
            "Misslyckade inloggningar: e-postadress och nätadress",
            "Det gör det långsamt att gissa lösenord.",
            format!("Tas bort efter {}.", in_words(throttle::MEMORY)),
            &["log_in_failures"],
        ),
        entry(
            "Länkar för att välja lösenord",
            "Med en länk väljer du ditt lösenord själv.",
            format!("Slutar gälla efter {}, eller när de har använts.", in_words(password_link::LIFETIME)),
            &["password_links", "first_account_link"],
        ),
        entry(
            "Det du har skrivit i ett formulär som inte gick att spara",
            "Inget du har skrivit ska försvinna.",
            format!(
                "Tas bort efter {}. Var du utloggad väntar det i {}.",
                in_words(Purpose::Flash.lifetime()),
                in_words(Purpose::Submission.lifetime()),
            ),
            &["flashes"],
        ),
        entry(
            "Brev till dig från webbplatsen",
            "Breven innehåller länkar och påminnelser.",
            "Brev sparas inte här. De finns hos e-postservern och hos dig.".into(),
            &[],
        ),
    ]
}
