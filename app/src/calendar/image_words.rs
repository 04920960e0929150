//! The text on an open door's social image.

use super::store;
use crate::blog::{self, SocialImageText};
use crate::error::AppError;
use crate::state::AppState;

/// Returns the text for an open door: that of its guldkorn.
///
/// # Errors
/// [`AppError::NotFound`] for every door without a text to show: closed, empty, sensitive or not there at all.
pub async fn door_image_text(state: &AppState, edition: &str, day: u16) -> Result<SocialImageText, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let editions = store::public_editions(reader).await?;
    let edition = editions.iter().find(|known| known.slug == edition).ok_or(AppError::NotFound)?;
    let post = store::post_on_door(reader, edition.id, day, now).await?.ok_or(AppError::NotFound)?;
    blog::text_for(&blog::store::public_post(reader, post, now).await?)
}
