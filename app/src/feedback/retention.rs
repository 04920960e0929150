//! How long messages are stored.

use sqlx::sqlite::SqliteConnection;

use super::store;
use crate::retention::{About, Retention, in_words};
use crate::time::{DAY, HOUR, UnixMillis};

/// Months from the answer, or from when a message was closed. The sender has to be able to come back to the answer and to
/// report us to Digg with it, and the next yearly review of the statement reads what people have met; after both nobody
/// needs it.
pub(crate) const MONTHS: i64 = 12;
/// A year for [`MONTHS`]: days are what the database counts.
const KEPT: i64 = 365 * DAY;
/// How long a deleted message can be restored.
const TRASHED: i64 = 30 * DAY;

/// Deletes what has been stored for long enough.
pub(crate) async fn delete_old(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    store::delete_older(writer, now - KEPT, now - TRASHED).await
}

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    vec![
        Retention {
            what: "Meddelanden om tillgänglighet: det du skriver, och ditt namn och din e-postadress om du fyller i dem",
            why: "Vi behöver dem för att rätta felet och svara dig.",
            how_long: format!(
                "Tas bort {MONTHS} månader efter att vi har svarat eller avslutat ärendet. Tar vi bort ett meddelande \
                 tidigare går det att ångra i {}.",
                in_words(TRASHED)
            ),
            about: About::Visitors,
            tables: &["feedback"],
        },
        Retention {
            what: "Ett tal som räknas fram ur din nätadress (IP-adress) när du skickar ett meddelande",
            why: "Det hindrar att någon skickar tusentals meddelanden. Nätadressen går inte att räkna ut ur talet.",
            how_long: format!(
                "Finns bara i serverns minne. Räknas i {}, och är borta när dagen är slut eller servern startas om.",
                in_words(HOUR)
            ),
            about: About::Visitors,
            tables: &[],
        },
    ]
}
