//! What a post's picture for other places says: its title, or its quote with the source.

use super::store::{self, PostRow};
use crate::error::AppError;
use crate::posts::PostKind;
use crate::state::AppState;

/// The words on a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageWords {
    /// The title, or what was said.
    pub words: String,
    /// Whether it is what somebody said.
    pub is_quote: bool,
    /// Who said it; may be empty.
    pub source: String,
}

/// The words for the post at an address.
///
/// # Errors
/// [`AppError::NotFound`] when there is none that the public may see, or it is sensitive: of such a text nothing is
/// shown elsewhere.
pub async fn image_words(state: &AppState, slug: &str) -> Result<ImageWords, AppError> {
    let now = state.clock.now_millis();
    let kinds = [PostKind::Article, PostKind::Guldkorn];
    let id = store::find_public(state.db.reader(), &kinds, slug, now).await?;
    words_of(&store::public_post(state.db.reader(), id, now).await?)
}

/// The words for a public post.
///
/// # Errors
/// [`AppError::NotFound`] when it is sensitive.
pub(crate) fn words_of(post: &PostRow) -> Result<ImageWords, AppError> {
    if post.sensitive {
        return Err(AppError::NotFound);
    }
    let is_quote = post.form.as_deref() == Some("quote") && !post.quote.is_empty();
    Ok(ImageWords {
        words: if is_quote { post.quote.clone() } else { post.head.title.clone() },
        is_quote,
        source: if is_quote { post.source.clone() } else { String::new() },
    })
}
