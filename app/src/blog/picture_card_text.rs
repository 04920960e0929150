//! What a post's picture card shows: the words, whose they are, and the house in which they were read.

use super::social_image_text::{SocialImageText, image_text, shareable_post};
use crate::calendar::{Facade, store::public_editions};
use crate::error::AppError;
use crate::ids::PostId;
use crate::state::AppState;

/// The text on a picture card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureCardText {
    /// The title or the quotation.
    pub text: String,
    /// Whether the words are set as a quotation, with the gold mark.
    pub is_quote: bool,
    /// A sentence or two below a title; empty under a quotation.
    pub teaser: String,
    /// Who said or told it; may be empty.
    pub source: String,
    /// Number of the door on which it hangs.
    pub day: Option<u16>,
    /// The wall around the window.
    pub facade: Facade,
}

/// Returns the text for the post at an address.
///
/// # Errors
/// [`AppError::NotFound`] when the public may see no such post, or when it is sensitive: such a post is not passed on.
pub async fn picture_card_text(state: &AppState, slug: &str) -> Result<PictureCardText, AppError> {
    let post = shareable_post(state, slug).await?;
    let SocialImageText { text, is_quote, .. } = image_text(&post);
    let editions = public_editions(state.db.reader()).await?;
    let door = post.head.door();
    let edition =
        door.and_then(|(slug, day)| Some((editions.iter().find(|public| public.slug == slug)?, day)));
    Ok(PictureCardText {
        text,
        is_quote,
        teaser: if is_quote { String::new() } else { post.head.teaser.clone() },
        source: post.source.clone(),
        day: edition.map(|(_, day)| day),
        facade: match edition {
            Some((edition, day)) => edition.facade_of(day),
            None => facade_of(post.head.id),
        },
    })
}

/// Returns the house of a post that hangs on no door: one of the street, always the same.
fn facade_of(post: PostId) -> Facade {
    Facade::ALL[usize::try_from(post.0).unwrap_or_default() % Facade::ALL.len()]
}
