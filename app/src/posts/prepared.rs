//! Content on its way into the database.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::checks::{self, PostFacts, Remark};
use super::{PostContent, PostId, PostKind};
use crate::error::AppError;
use crate::markdown;
use crate::state::AppState;

/// The longest teaser that is taken from the text, in characters.
const TEASER: usize = 180;

/// Content with everything that is computed from it. It is made before a transaction begins: rendering and checking a
/// long text takes a while, and there is one writer. Much of it can wait in a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PreparedContent {
    pub(super) kind: PostKind,
    pub(super) content: PostContent,
    pub(super) body_html: String,
    pub(super) teaser_or_beginning: String,
    /// Asked for when somebody publishes it, which happens at once.
    #[serde(skip)]
    pub(super) missing: Vec<Remark>,
}

impl PreparedContent {
    /// Renders and checks content on a thread for blocking work.
    ///
    /// # Errors
    /// `Internal` when the server is stopping.
    pub async fn prepare(kind: PostKind, content: PostContent) -> Result<Self, AppError> {
        let prepared = tokio::task::spawn_blocking(move || Self::new(kind, content)).await;
        prepared.map_err(|_| AppError::Internal)
    }

    /// Renders and checks content that readers may get, also by what its post, the picture library and the consent ledger know.
    ///
    /// # Errors
    /// When the database cannot be read; `Internal` when the server is stopping.
    pub async fn prepare_to_publish(
        state: &AppState,
        post: PostId,
        kind: PostKind,
        content: PostContent,
    ) -> Result<Self, AppError> {
        let facts = checks::facts(state, post, &content).await?;
        let prepared = tokio::task::spawn_blocking(move || Self::checked(kind, content, &facts)).await;
        prepared.map_err(|_| AppError::Internal)
    }

    /// Renders and checks content on this thread, for programs that have nothing else to do.
    pub fn new(kind: PostKind, content: PostContent) -> Self {
        Self::checked(kind, content, &PostFacts::default())
    }

    fn checked(kind: PostKind, content: PostContent, facts: &PostFacts) -> Self {
        Self {
            kind,
            body_html: markdown::to_html(&content.body),
            teaser_or_beginning: teaser(&content),
            missing: checks::missing(kind, &content, facts),
            content,
        }
    }
}

impl Deref for PreparedContent {
    type Target = PostContent;

    fn deref(&self) -> &PostContent {
        &self.content
    }
}

/// Returns the teaser that was written, or the beginning of the quotation or text.
fn teaser(content: &PostContent) -> String {
    if !content.teaser.is_empty() {
        return content.teaser.clone();
    }
    let text = if content.quote.is_empty() {
        markdown::plain_text(&content.body)
    } else {
        markdown::quotation(&content.quote)
    };
    markdown::beginning(&text.split_whitespace().collect::<Vec<_>>().join(" "), TEASER)
}
