//! Everything that the checks find in a post.

use super::{Readability, Remark, documents, facts, missing, readability, remarks, surroundings};
use crate::error::AppError;
use crate::posts::{PostContent, PostId, PostKind};
use crate::state::AppState;

/// What the checks found in a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// What must be there before it can be published.
    pub missing: Vec<Remark>,
    /// What could be better.
    pub advice: Vec<Remark>,
    /// How hard it is to read; none for a text that is too short to tell.
    pub readability: Option<Readability>,
}

impl Review {
    /// Whether there is nothing to correct.
    pub fn is_clean(&self) -> bool {
        self.missing.is_empty() && self.advice.is_empty() && !self.readability.is_some_and(|it| it.is_hard())
    }
}

/// Checks a post on a thread for blocking work: that of a long text takes a while.
///
/// # Errors
/// When the database cannot be read.
pub async fn review(
    state: &AppState,
    post: PostId,
    kind: PostKind,
    content: PostContent,
) -> Result<Review, AppError> {
    let mut about = surroundings(state, post).await?;
    about.documents = documents::load(state, &content).await?;
    about.facts = facts(state, post, &content).await?;
    let review = tokio::task::spawn_blocking(move || Review {
        missing: missing(kind, &content, &about.facts),
        advice: remarks(kind, &content, &about),
        readability: readability(&content, about.is_easy_read()),
    });
    review.await.map_err(|_| AppError::Internal)
}
