//! The pages of voices.

use super::{store, views};
use crate::blog::load_post;
use crate::error::AppError;
use crate::posts::PostKind;
use crate::state::AppState;
use crate::ui::Document;

/// Renders `/roster`: all voices, newest first.
pub(crate) async fn list_page(state: &AppState) -> Result<Document, AppError> {
    let voices = store::extracts(state.db.reader(), state.clock.now_millis()).await?;
    Ok(views::voices_page(voices))
}

/// Renders `/roster/{slug}`: a voice's whole story.
///
/// # Errors
/// [`AppError::NotFound`] when the public may read no such voice.
pub(crate) async fn voice_page(state: &AppState, slug: &str) -> Result<Document, AppError> {
    let voice = load_post(state, &[PostKind::Voice], slug).await?;
    let all = store::extracts(state.db.reader(), state.clock.now_millis()).await?;
    let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|other| other.slug == slug);
    let window = own.first().map(|own| own.window).unwrap_or_default();
    Ok(views::voice_page(voice, window, others.into_iter().take(2).collect()))
}
