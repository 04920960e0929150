//! The text on a post's social image: its title, or its quotation with the source.

use super::store::{self, PostRow};
use crate::calendar;
use crate::error::AppError;
use crate::markdown::quotation;
use crate::posts::{GuldkornForm, PostKind};
use crate::state::AppState;

/// The text on a social image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SocialImageText {
    /// The title or the quotation.
    pub text: String,
    /// Whether the text is a quotation.
    pub is_quote: bool,
    /// Source of the quotation; may be empty.
    pub source: String,
}

/// Returns the text for the post at an address.
///
/// # Errors
/// [`AppError::NotFound`] when the public may see no such post, or when it is sensitive: nothing of such a post is shown
/// on other sites.
pub async fn social_image_text(state: &AppState, slug: &str) -> Result<SocialImageText, AppError> {
    let now = state.clock.now_millis();
    let kinds = [PostKind::Article, PostKind::Guldkorn];
    let id = store::find_public(state.db.reader(), &kinds, slug, now).await?;
    text_for(&store::public_post(state.db.reader(), id, now).await?)
}

/// Returns the text for an open door: that of its guldkorn.
///
/// # Errors
/// [`AppError::NotFound`] for every door without a text to show: closed, empty, sensitive or not there at all.
pub async fn door_image_text(state: &AppState, edition: &str, day: u16) -> Result<SocialImageText, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let editions = calendar::store::public_editions(reader).await?;
    let edition = editions.iter().find(|public| public.slug == edition).ok_or(AppError::NotFound)?;
    let post =
        calendar::store::post_on_door(reader, edition.id, day, now).await?.ok_or(AppError::NotFound)?;
    text_for(&store::public_post(reader, post, now).await?)
}

/// Chooses the text for a public post.
///
/// # Errors
/// [`AppError::NotFound`] when the post is sensitive.
fn text_for(post: &PostRow) -> Result<SocialImageText, AppError> {
    if post.sensitive {
        return Err(AppError::NotFound);
    }
    let is_quote = post.form == Some(GuldkornForm::Quote) && !post.quote.is_empty();
    Ok(SocialImageText {
        text: if is_quote { quotation(&post.quote) } else { post.head.title.clone() },
        is_quote,
        source: if is_quote { post.source.clone() } else { String::new() },
    })
}
