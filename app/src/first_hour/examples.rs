//! The example pages of a new site: away with those that nobody has written in, and back again.

use crate::error::AppError;
use crate::posts::store::examples::untouched;
use crate::posts::trash::{move_to_trash, restore_from_trash};
use crate::posts::{Act, PostState};
use crate::staff::Staff;
use crate::state::AppState;

/// Moves the examples that nobody has written in to the trash, all or none, and returns how many.
pub(crate) async fn remove_examples(state: &AppState, by: &Staff) -> Result<usize, AppError> {
    let examples = untouched(state.db.reader(), PostState::Draft).await?;
    let mut act = Act::begin(state, by).await?;
    for example in &examples {
        move_to_trash(&mut act, *example).await?;
    }
    act.commit().await?;
    Ok(examples.len())
}

/// Takes the examples that nobody has written in out of the trash again, all or none, and returns how many.
pub(crate) async fn restore_examples(state: &AppState, by: &Staff) -> Result<usize, AppError> {
    let examples = untouched(state.db.reader(), PostState::Trash).await?;
    let mut act = Act::begin(state, by).await?;
    for example in &examples {
        restore_from_trash(&mut act, *example).await?;
    }
    act.commit().await?;
    Ok(examples.len())
}
