//! The door that opened last, for those who show the calendar elsewhere than on its own pages.

use super::edition::Edition;
use super::guldkorn::Guldkorn;
use super::opening_text::{day_text, with_label};
use super::store;
use crate::state::AppState;

/// The door that opened last, while the season lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LatestDoor {
    /// Number of the door, from 1.
    pub(crate) day: u16,
    /// "söndag 13 december · Lucia"
    pub(crate) date: String,
    /// Whether it opened today.
    pub(crate) is_today: bool,
    /// What hangs there; a door may stay empty.
    pub(crate) guldkorn: Option<Guldkorn>,
}

/// Loads the door of an edition that opened last; `None` before the first one opens and when the last day is over.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn latest_door(
    state: &AppState,
    edition: &Edition,
) -> Result<Option<LatestDoor>, sqlx::Error> {
    let (reader, now) = (state.db.reader(), state.clock.now());
    let latest = edition.schedule.open_days(now).last().copied();
    let Some(day) = latest.filter(|_| !edition.schedule.is_over(now)) else { return Ok(None) };
    let label = store::label_of(reader, edition.id, day, now.into()).await?;
    Ok(Some(LatestDoor {
        day,
        date: with_label(day_text(edition, day, now), &label),
        is_today: edition.open_today(now) == Some(day),
        guldkorn: store::guldkorn_on_door(reader, edition.id, day, now.into()).await?,
    }))
}
