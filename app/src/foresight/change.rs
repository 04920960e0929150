//! What somebody does with the letters in their account.

use super::choice::Choice;
use super::store;
use crate::error::AppError;
use crate::staff::StaffId;
use crate::state::AppState;
use crate::time::site_zone;

/// Returns what somebody has chosen; none: no letters.
pub(crate) async fn choice_of(state: &AppState, staff: StaffId) -> Result<Option<Choice>, AppError> {
    Ok(store::choice(state.db.reader(), staff).await?)
}

/// Chooses letters for somebody, or none. Today's letter is not sent again, whatever hour is chosen.
pub(crate) async fn choose(state: &AppState, staff: StaffId, choice: Option<Choice>) -> Result<(), AppError> {
    let now = state.clock.now();
    let mut tx = state.db.write_quietly().await?;
    match choice {
        Some(choice) => {
            let done_on = choice.done_when_chosen(now, &site_zone());
            store::choose(&mut tx, staff, choice, done_on, now.into()).await?;
        }
        None => store::forget(&mut tx, staff).await?,
    }
    Ok(tx.commit().await?)
}
