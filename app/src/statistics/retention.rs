//! How long the numbers are kept.

use jiff::ToSpan as _;
use sqlx::sqlite::SqliteConnection;

use super::{LEAST, day_of, store};
use crate::retention::{About, Retention};
use crate::time::{UnixMillis, number_words};

/// For how many years the numbers of a day are kept: so that a calendar can be compared with those before.
pub(crate) const YEARS: u8 = 3;

/// Declares that readings are sums of nobody in particular, and how long they stay.
pub(crate) fn declared() -> Vec<Retention> {
    vec![Retention {
        what: "Hur många gånger en text har lästs, dag för dag",
        why: "Redaktionen ser då vilka texter som blir lästa. Det är bara summor. Inget säger vem som har läst, och \
              känsliga texter räknas inte.",
        how_long: format!(
            "Tas bort efter {} år, eller när texten tas bort. Tal under {} visas inte.",
            number_words(YEARS.into()),
            number_words(usize::try_from(LEAST).unwrap_or_default())
        ),
        about: About::Visitors,
        tables: &["text_reads"],
    }]
}

/// Deletes the numbers that are too old.
pub(crate) async fn delete_old(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    match day_of(now).checked_sub(i64::from(YEARS).years()) {
        Ok(oldest) => store::delete_before(writer, oldest).await,
        // A clock in the first years of time has nothing to delete.
        Err(_) => Ok(()),
    }
}
