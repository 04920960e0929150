//! What is said about a text, by threads.

use super::comment::Comment;
use super::follow::brought_up;
use super::passages::{PassageKind, Passages};
use super::store::comments;
use crate::error::AppError;
use crate::posts::store::texts;
use crate::posts::{EditablePost, PostId};
use crate::state::AppState;

/// A text with what is said about it.
pub(crate) struct Commented {
    pub(crate) post: EditablePost,
    /// The paragraphs of its newest revision.
    pub(crate) passages: Vec<(PassageKind, String)>,
    /// Open and resolved threads, the oldest first.
    pub(crate) threads: Vec<Thread>,
    /// Comments that were deleted and can be taken back, the newest first.
    pub(crate) deleted: Vec<Comment>,
}

/// A comment with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Thread {
    pub(crate) first: Comment,
    pub(crate) answers: Vec<Comment>,
}

impl Thread {
    /// Whether nobody has resolved it.
    pub(crate) const fn is_open(&self) -> bool {
        self.first.resolved.is_none()
    }
}

/// Loads a text with what is said about it, as it stands in its newest revision.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such text.
pub(crate) async fn threads(state: &AppState, post: PostId) -> Result<Commented, AppError> {
    let mut connection = state.db.reader().acquire().await?;
    let post = texts::load(&mut connection, post, state.clock.now_millis()).await?;
    let all = comments::of_post(&mut *connection, post.id).await?;
    let all = brought_up(&mut connection, &post, all).await?;
    drop(connection);
    let (mut deleted, kept): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|comment| comment.deleted_at.is_some());
    deleted.reverse();
    let (first, answers): (Vec<_>, Vec<_>) = kept.into_iter().partition(|comment| comment.thread.is_none());
    let threads = first
        .into_iter()
        .map(|first| {
            let answers = answers.iter().filter(|answer| answer.thread == Some(first.id)).cloned().collect();
            Thread { first, answers }
        })
        .collect();
    let passages = Passages::of(&post.content);
    let passages = passages.iter().map(|(kind, text)| (kind, text.to_owned())).collect();
    Ok(Commented { post, passages, threads, deleted })
}

/// Counts the threads on a text that nobody has resolved.
pub(crate) async fn open_threads(state: &AppState, post: PostId) -> Result<u32, AppError> {
    Ok(comments::open_threads(state.db.reader(), post).await?)
}
