//! How long comments and readings are kept.

use sqlx::sqlite::SqliteConnection;

use super::letters::PERIOD;
use super::store::{comments, news};
use crate::retention::{About, Retention, in_words};
use crate::time::{DAY, UnixMillis};

/// How long a deleted comment can be taken back.
const TRASHED: i64 = 30 * DAY;
/// How long somebody may wait for a letter that cannot be sent.
const NEWS: i64 = 7 * DAY;

/// Deletes what has been stored for long enough.
pub(crate) async fn delete_old(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    comments::delete_for_good(writer, now - TRASHED).await?;
    news::forget(writer, now - PERIOD, now - NEWS).await
}

/// What this room stores.
pub(crate) fn declared() -> Vec<Retention> {
    let entry = |what, why, how_long, about, tables| Retention { what, why, how_long, about, tables };
    vec![
        entry(
            "Namn och kommentar från dig som har läst en text som redaktionen har delat med en länk",
            "Redaktionen behöver veta vem som tycker vad om texten innan den publiceras.",
            format!(
                "Så länge texten finns. Redaktionen kan ta bort kommentaren tidigare. Då är den borta efter {}.",
                in_words(TRASHED)
            ),
            About::Visitors,
            &["comments"],
        ),
        entry(
            "Dina kommentarer till texter",
            "Ni som skriver ska kunna hjälpa varandra att göra texten bättre.",
            format!(
                "Så länge texten finns. En kommentar som du tar bort är borta efter {}.",
                in_words(TRASHED)
            ),
            About::Staff,
            &["comments"],
        ),
        entry(
            "Vilka texter du har läst eller blivit ombedd att läsa, och när du fick en påminnelse",
            "Andra ska se att någon mer än skribenten har läst texten.",
            "Så länge texten finns. En fråga till dig är borta när du har läst, eller när den tas tillbaka."
                .into(),
            About::Staff,
            &["readings", "reading_requests"],
        ),
        entry(
            "Vad du ska få brev om, och när du senast fick ett sådant brev",
            "Du ska inte få mer än ett brev i timmen.",
            format!(
                "Tills brevet är skickat, högst {}. När du fick det glöms efter {}.",
                in_words(NEWS),
                in_words(PERIOD)
            ),
            About::Staff,
            &["review_news", "review_letters"],
        ),
    ]
}
