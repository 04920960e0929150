//! What becomes of a comment: done, open again, deleted, taken back.

use super::CommentError;
use super::comment::{Author, Comment};
use super::store::comments;
use crate::error::AppError;
use crate::ids::CommentId;
use crate::posts::PostId;
use crate::staff::{Role, Staff};
use crate::state::AppState;

/// What somebody does with a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Nothing more is to be done.
    Resolve,
    /// Something is to be done after all.
    Reopen,
    /// It is to be gone, in thirty days for good.
    Delete,
    /// It was not to be gone.
    TakeBack,
}

impl Change {
    /// Parses the value of a button.
    pub(crate) fn parse(value: &str) -> Option<Self> {
        [Self::Resolve, Self::Reopen, Self::Delete, Self::TakeBack]
            .into_iter()
            .find(|change| change.as_str() == value)
    }

    /// Returns the value of its button.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Resolve => "klar",
            Self::Reopen => "oppna",
            Self::Delete => "ta-bort",
            Self::TakeBack => "ta-tillbaka",
        }
    }

    /// Returns the sentence that tells that it was done.
    pub(crate) const fn done(self) -> &'static str {
        match self {
            Self::Resolve => "Kommentaren är klar.",
            Self::Reopen => "Kommentaren är öppen igen.",
            Self::Delete => "Kommentaren är borttagen. Den går att ta tillbaka i 30 dagar.",
            Self::TakeBack => "Kommentaren är tillbaka.",
        }
    }
}

/// Changes a comment on a text. Everybody who may comment may say that something is done; only whoever wrote a comment, and
/// editors, delete it.
pub(crate) async fn change(
    state: &AppState,
    by: &Staff,
    post: PostId,
    id: CommentId,
    change: Change,
) -> Result<(), CommentError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let found = comments::find(&mut tx, id).await?.filter(|(of, _)| *of == post);
    let (_, comment) = found.ok_or(AppError::NotFound)?;
    check(by, &comment, change)?;
    match change {
        Change::Resolve => comments::set_resolved(&mut tx, id, Some((now, by.id))).await?,
        Change::Reopen => comments::set_resolved(&mut tx, id, None).await?,
        Change::Delete => comments::set_deleted(&mut tx, id, Some(now)).await?,
        Change::TakeBack => comments::set_deleted(&mut tx, id, None).await?,
    }
    Ok(tx.commit().await?)
}

fn check(by: &Staff, comment: &Comment, change: Change) -> Result<(), CommentError> {
    let (is_deleted, is_resolved) = (comment.deleted_at.is_some(), comment.resolved.is_some());
    let fits = match change {
        Change::Resolve => !is_deleted && !is_resolved && comment.thread.is_none(),
        Change::Reopen => !is_deleted && is_resolved,
        Change::Delete => !is_deleted,
        Change::TakeBack => is_deleted,
    };
    let is_own = matches!(&comment.author, Author::Staff(id, _) if *id == by.id);
    match change {
        _ if !fits => Err(CommentError::Changed),
        Change::Delete | Change::TakeBack if !is_own && by.role < Role::Editor => Err(CommentError::NotYours),
        _ => Ok(()),
    }
}
