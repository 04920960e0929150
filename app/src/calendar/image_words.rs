//! What a door's picture for other places says.

use super::store;
use crate::blog::{self, ImageWords};
use crate::error::AppError;
use crate::state::AppState;

/// The words for an open door, as its guldkorn has them.
///
/// # Errors
/// [`AppError::NotFound`] for every door without a text to show: closed, empty, sensitive or not there at all.
pub async fn door_image_words(state: &AppState, edition: &str, day: u16) -> Result<ImageWords, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let editions = store::public_editions(reader).await?;
    let edition = editions.iter().find(|known| known.slug == edition).ok_or(AppError::NotFound)?;
    let post = store::post_on_door(reader, edition.id, day, now).await?.ok_or(AppError::NotFound)?;
    blog::words_of(&blog::store::public_post(reader, post, now).await?)
}
