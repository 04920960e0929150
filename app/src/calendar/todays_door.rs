//! The door that opened today.

use super::edition::Edition;
use super::store;
use crate::state::AppState;

/// The door that opened today, while today lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TodaysDoor {
    /// The door, by its number from 1.
    pub(super) day: u16,
    /// What its day is called, such as "Lucia"; empty for most.
    pub(super) label: String,
    /// Whether a public text hangs there.
    pub(super) has_text: bool,
}

/// Loads the door of an edition that opened today; `None` when none did.
pub(super) async fn todays_door(
    state: &AppState,
    edition: &Edition,
) -> Result<Option<TodaysDoor>, sqlx::Error> {
    let (reader, now) = (state.db.reader(), state.clock.now());
    let Some(day) = edition.open_today(now) else { return Ok(None) };
    let label = store::label_of(reader, edition.id, day, now.into()).await?;
    let has_text = store::post_on_door(reader, edition.id, day, now.into()).await?.is_some();
    Ok(Some(TodaysDoor { day, label, has_text }))
}
