//! Somebody of the staff comments on a text, or answers.

use sqlx::sqlite::SqliteConnection;

use super::CommentError;
use super::comment::{LONGEST, LONGEST_QUOTE, MOST};
use super::letters::{self, News};
use super::mapping::Anchor;
use super::passages::{Passages, Place, spaced};
use super::store::comments::{self, NewRow};
use crate::error::AppError;
use crate::ids::CommentId;
use crate::posts::store::texts;
use crate::posts::{EditablePost, PostId, PostStatus};
use crate::staff::Staff;
use crate::state::AppState;
use crate::text_input::{line, lines};
use crate::time::UnixMillis;

/// What a form of a comment sends.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewComment {
    pub(crate) post: PostId,
    /// The comment that it answers, if it is an answer.
    pub(crate) answers: Option<CommentId>,
    /// The paragraph that it is about; none for the whole text.
    pub(crate) block: Option<usize>,
    /// The words that it is about; empty for the whole paragraph.
    pub(crate) words: String,
    /// What stood before them, when they were marked and not typed.
    pub(crate) before: String,
    pub(crate) body: String,
}

/// Saves a comment and returns its id. Those whom it concerns are told.
pub(crate) async fn write(state: &AppState, by: &Staff, new: NewComment) -> Result<CommentId, CommentError> {
    let body = body_of(&new.body, LONGEST)?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let post = commentable(&mut tx, new.post, now).await?;
    let (thread, anchor) = match new.answers {
        Some(id) => (Some(answered(&mut tx, post.id, id).await?), Anchor::whole()),
        None => (None, anchor(&post, new.block, &new.words, &new.before)?),
    };
    if comments::count(&mut tx, post.id).await? >= MOST {
        return Err(CommentError::TooMany);
    }
    let row = NewRow {
        post: post.id,
        thread,
        staff: Some(by.id),
        name: "",
        link: None,
        body: &body,
        anchor: &anchor,
        revision: post.newest,
        now,
    };
    let id = comments::add(&mut tx, &row).await?;
    if let Some(thread) = thread {
        comments::set_resolved(&mut tx, thread, None).await?;
    }
    letters::concern(state, &mut tx, post.id, News::Comment, Some(by.id)).await?;
    tx.commit().await?;
    letters::notify_soon(state);
    Ok(id)
}

/// Returns a text that can be commented.
pub(super) async fn commentable(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<EditablePost, CommentError> {
    let post = texts::load(writer, post, now).await?;
    if matches!(post.status, PostStatus::Trash | PostStatus::Withdrawn) {
        return Err(CommentError::TextRemoved);
    }
    Ok(post)
}

/// Returns the first comment of the thread that an answer belongs to.
async fn answered(
    writer: &mut SqliteConnection,
    post: PostId,
    id: CommentId,
) -> Result<CommentId, CommentError> {
    let (of, comment) = comments::find(writer, id).await?.ok_or(AppError::NotFound)?;
    if of != post || comment.deleted_at.is_some() {
        return Err(CommentError::Changed);
    }
    Ok(comment.thread.unwrap_or(comment.id))
}

/// Returns the trimmed text of a comment, if it is one of a length that is allowed.
pub(super) fn body_of(typed: &str, longest: usize) -> Result<String, CommentError> {
    let body = lines(typed).trim().to_owned();
    match body.chars().count() {
        0 => Err(CommentError::Empty),
        length if length > longest => Err(CommentError::TooLong(longest)),
        _ => Ok(body),
    }
}

/// Finds the words that a comment is about.
fn anchor(
    post: &EditablePost,
    block: Option<usize>,
    words: &str,
    before: &str,
) -> Result<Anchor, CommentError> {
    let passages = Passages::of(&post.content);
    let words = spaced(&line(words));
    let place = match block {
        None if words.is_empty() => return Ok(Anchor::whole()),
        Some(block) if words.is_empty() => {
            let (_, paragraph) = passages.iter().nth(block).ok_or(CommentError::NotThere)?;
            Place { block, start: 0, end: beginning(paragraph) }
        }
        _ => passages.find(block, &words, before)?,
    };
    Anchor::at(&passages, place).filter(can_be_followed).ok_or(CommentError::NoWords)
}

/// Whether there is something to look for, and not too much to store.
pub(super) fn can_be_followed(anchor: &Anchor) -> bool {
    anchor.quote.chars().count() <= LONGEST_QUOTE && anchor.quote.contains(char::is_alphanumeric)
}

/// Returns where a paragraph ends, or the longest beginning of it that can be stored: by that it is known.
fn beginning(paragraph: &str) -> usize {
    match paragraph.char_indices().nth(LONGEST_QUOTE) {
        None => paragraph.len(),
        Some((end, _)) => paragraph[..end].rfind(' ').unwrap_or(end),
    }
}
