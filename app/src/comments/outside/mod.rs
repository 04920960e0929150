//! Comments by somebody without an account, who has a review link that allows them.
//!
//! Everything about them is bounded: their length, how many come by one link, and how fast. They end with the link; what was
//! written stays with the staff.

mod form;

use super::CommentError;
use super::letters::{self, News};
use super::mapping::{Anchor, AnchorState};
use super::passages::{Passages, spaced};
use super::store::comments::{self, NewRow};
use super::write::{body_of, can_be_followed, commentable};
use crate::error::AppError;
use crate::ids::ReviewLinkId;
use crate::posts::{EditablePost, PostId};
use crate::state::AppState;
use crate::text_input::{line, lines};
use crate::time::HOUR;

pub use form::{Told, form_html};

/// Most characters of a comment from outside.
const LONGEST: usize = 1000;
/// Most characters of a name.
const LONGEST_NAME: usize = 60;
/// Most comments by one link.
const MOST: i64 = 30;
/// Most comments by one link within an hour.
const MOST_AN_HOUR: i64 = 10;

/// What somebody outside has typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutsideForm {
    name: String,
    words: String,
    body: String,
}

impl OutsideForm {
    /// Reads the body of a request. What is missing is empty.
    pub fn parse(body: &[u8]) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match &*name {
                "namn" => form.name = line(&value),
                "ord" => form.words = line(&value),
                "kommentar" => lines(&value).trim().clone_into(&mut form.body),
                _ => {}
            }
        }
        form
    }
}

/// Saves a comment by a review link, or returns the sentence that says what to do instead.
///
/// # Errors
/// [`AppError::NotFound`] when the text is not there any more.
pub async fn write(
    state: &AppState,
    (post, link): (PostId, ReviewLinkId),
    form: &OutsideForm,
) -> Result<Result<(), String>, AppError> {
    match try_to_write(state, post, link, form).await {
        Ok(()) => Ok(Ok(())),
        Err(error) => Ok(Err(error.refusal()?)),
    }
}

async fn try_to_write(
    state: &AppState,
    post: PostId,
    link: ReviewLinkId,
    form: &OutsideForm,
) -> Result<(), CommentError> {
    if form.name.is_empty() {
        return Err(CommentError::NoName);
    }
    if form.name.chars().count() > LONGEST_NAME {
        return Err(CommentError::LongName(LONGEST_NAME));
    }
    let body = body_of(&form.body, LONGEST)?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let (all, lately) = comments::count_by_link(&mut tx, link, now - HOUR).await?;
    if all >= MOST {
        return Err(CommentError::TooMany);
    }
    if lately >= MOST_AN_HOUR {
        return Err(CommentError::TooFast);
    }
    let post = commentable(&mut tx, post, now).await?;
    let anchor = anchor(&post, &form.words)?;
    let row = NewRow {
        post: post.id,
        thread: None,
        staff: None,
        name: &form.name,
        link: Some(link),
        body: &body,
        anchor: &anchor,
        revision: post.newest,
        now,
    };
    comments::add(&mut tx, &row).await?;
    letters::concern(state, &mut tx, post.id, News::Comment, None).await?;
    tx.commit().await?;
    letters::notify_soon(state);
    Ok(())
}

/// Finds the words that a comment is about. The reader sees the newest words, which may not be saved as a revision: words that
/// stand only there are looked for when it is saved.
fn anchor(post: &EditablePost, words: &str) -> Result<Anchor, CommentError> {
    let words = spaced(words);
    if words.is_empty() {
        return Ok(Anchor::whole());
    }
    let found = |passages: &Passages| -> Result<Anchor, CommentError> {
        let place = passages.find(None, &words, "")?;
        Anchor::at(passages, place).filter(can_be_followed).ok_or(CommentError::NoWords)
    };
    match found(&Passages::of(&post.content)) {
        Err(CommentError::NotThere) if post.draft.is_some() => {
            let unsaved = found(&Passages::of(post.newest_words()))?;
            Ok(Anchor { state: AnchorState::Changed, place: None, ..unsaved })
        }
        found => found,
    }
}
