//! What the server function of the reserves does.

use super::act::Act;
use crate::admin::board::handlers::FLASH;
use crate::admin::flash::{Flash, redirect_with_flash};
use crate::error::AppError;
use crate::ids::{EditionId, PostId};
use crate::paths;
use crate::reserves;
use crate::staff::Staff;
use crate::state::AppState;

/// Does what a button says and leads back to the board.
pub(super) async fn change(
    state: &AppState,
    staff: &Staff,
    edition: EditionId,
    post: PostId,
    (act, place): (&str, &str),
) -> Result<(), AppError> {
    let done = match Act::parse(act).ok_or(AppError::Invalid)? {
        Act::Add => reserves::add(state, staff, edition, post).await,
        Act::Remove => reserves::remove(state, staff, edition, post).await,
        Act::Up => reserves::reorder(state, edition, post, |from| from.saturating_sub(1)).await,
        Act::Down => reserves::reorder(state, edition, post, |from| from.saturating_add(1)).await,
        Act::Place => {
            let Ok(place) = place.trim().parse::<usize>() else {
                return tell(
                    state,
                    edition,
                    &Flash::refused("Skriv platsen som en siffra, till exempel 1.", ()),
                )
                .await;
            };
            reserves::reorder(state, edition, post, |_| place).await
        }
        Act::On => reserves::switch(state, staff, edition, true).await,
        Act::Off => reserves::switch(state, staff, edition, false).await,
    };
    let flash = match done {
        Ok(message) => Flash::done(message, ()),
        Err(error) => Flash::refused(error.refusal()?, ()),
    };
    tell(state, edition, &flash).await
}

async fn tell(state: &AppState, edition: EditionId, flash: &Flash<()>) -> Result<(), AppError> {
    redirect_with_flash(state, FLASH, &paths::board(edition), flash).await
}
