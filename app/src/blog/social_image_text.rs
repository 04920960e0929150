//! What a post's social image shows: its title, or its quotation with the source, and its picture.

use super::store::{self, PostRow};
use crate::calendar;
use crate::error::AppError;
use crate::ids::PostId;
use crate::markdown::quotation;
use crate::media::Picture;
use crate::posts::erase::{ErasedName, is_erased};
use crate::posts::{GuldkornForm, PostKind};
use crate::state::AppState;

/// The text on a social image, and the picture of the post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SocialImageText {
    /// The title or the quotation.
    pub text: String,
    /// Whether the words are set as a quotation, with the gold mark.
    pub is_quote: bool,
    /// Source of the quotation; may be empty.
    pub source: String,
    /// The post's own picture.
    pub picture: Option<Picture>,
}

/// Returns the text for the post at an address.
///
/// # Errors
/// [`AppError::NotFound`] when the public may see no such post, or when it is sensitive, or its consent is not for social
/// media: nothing of such a post is shown on other sites.
pub async fn social_image_text(state: &AppState, slug: &str) -> Result<SocialImageText, AppError> {
    Ok(image_text(&shareable_post(state, slug).await?))
}

/// Returns the text for an open door: that of its guldkorn.
///
/// # Errors
/// [`AppError::NotFound`] for every door without a text to show: closed, empty, not to be passed on or not there at all.
pub async fn door_image_text(state: &AppState, edition: &str, day: u16) -> Result<SocialImageText, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let editions = calendar::store::public_editions(reader).await?;
    let edition = editions.iter().find(|public| public.slug == edition).ok_or(AppError::NotFound)?;
    let post =
        calendar::store::post_on_door(reader, edition.id, day, now).await?.ok_or(AppError::NotFound)?;
    Ok(image_text(&shareable(state, post).await?))
}

/// Reads the post of the blog at an address, of which images may be passed on.
///
/// # Errors
/// [`AppError::NotFound`] when the public may see no such post, or when it is not to be passed on; [`AppError::Gone`] for a story
/// that is erased.
pub(super) async fn shareable_post(state: &AppState, slug: &str) -> Result<PostRow, AppError> {
    let kinds = [PostKind::Article, PostKind::Guldkorn];
    match store::find_public(state.db.reader(), &kinds, slug, state.clock.now_millis()).await {
        Err(sqlx::Error::RowNotFound) if is_erased(state.db.reader(), ErasedName::Slug(slug)).await? => {
            Err(AppError::Gone)
        }
        id => shareable(state, id?).await,
    }
}

async fn shareable(state: &AppState, id: PostId) -> Result<PostRow, AppError> {
    let post = store::public_post(state.db.reader(), id, state.clock.now_millis()).await?;
    if post.sensitive || !post.scope.in_social_media { Err(AppError::NotFound) } else { Ok(post) }
}

/// Chooses the text for a post.
pub(super) fn image_text(post: &PostRow) -> SocialImageText {
    let is_quote = post.form == Some(GuldkornForm::Quote) && !post.quote.is_empty();
    SocialImageText {
        text: if is_quote { quotation(&post.quote) } else { post.head.title.clone() },
        is_quote,
        source: if is_quote { post.source.clone() } else { String::new() },
        picture: post.head.picture(),
    }
}
