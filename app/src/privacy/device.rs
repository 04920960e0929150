//! What no table holds: what a visitor asks the own device to store, and the server's log.

use crate::retention::{About, Retention};

/// Lists both. What the device stores is written by scripts, `app/src/layout/{theme_switch,easy_read}.js` and the calendar's switch; what a
/// line of the log holds, by `server/src/middleware/request_log.rs`.
pub(super) fn declared() -> Vec<Retention> {
    vec![
        Retention {
            what: "Vilka luckor du har öppnat, om du slår på ”Kom ihåg mina luckor på den här enheten”",
            why: "Kalendern visar då vilka luckor du har läst. Uppgiften ligger bara i din enhet.",
            how_long: "Tas bort när du slår av valet eller trycker på ”Lämna sidan”.".into(),
            about: About::Visitors,
            tables: &[],
        },
        Retention {
            what: "Ljust eller mörkt utseende, om du kryssar i ”Kom ihåg på den här enheten”",
            why: "Sidorna ser då ut som du vill ha dem. Uppgiften ligger bara i din enhet.",
            how_long: "Tas bort när du tar bort krysset eller trycker på ”Lämna sidan”.".into(),
            about: About::Visitors,
            tables: &[],
        },
        Retention {
            what: "Att du vill läsa lättläst, om du kryssar i ”Visa alltid lättläst när det finns”",
            why: "Du kommer då direkt till den lättlästa texten. Uppgiften ligger bara i din enhet.",
            how_long: "Tas bort när du tar bort krysset eller trycker på ”Lämna sidan”.".into(),
            about: About::Visitors,
            tables: &[],
        },
        Retention {
            what: "En rad i serverns logg för varje sida som hämtas: tiden, sidans adress och om det gick bra",
            why: "Med loggen hittar vi fel. Den innehåller ingen IP-adress och inget om din webbläsare.",
            how_long: "Så länge som den som sköter servern har bestämt.".into(),
            about: About::Visitors,
            tables: &[],
        },
    ]
}
