//! The server functions of a text's comments. Each redirects to the comments, which say what was done. Commenting is no
//! right to edit: every role may.

use leptos::prelude::*;

use super::handlers::{self, Sent};
use crate::error::AppError;
use crate::ids::CommentId;
use crate::posts::{PostId, Revision};
use crate::staff::{Role, StaffId, guard};

/// Comments on a text, or answers a comment.
#[server(prefix = "/api", endpoint = "comment/add")]
pub async fn add_comment(
    /// The text.
    #[server(default)]
    post: PostId,
    /// The paragraph; empty for the whole text.
    #[server(default)]
    block: String,
    /// The comment that is answered; 0 for none.
    #[server(default)]
    answers: CommentId,
    /// The words that it is about; empty for the whole paragraph.
    #[server(default)]
    words: String,
    /// What stands before them, when they were marked.
    #[server(default)]
    before: String,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    let (state, staff) = guard::require(Role::Reviewer).await?;
    let sent = Sent { block: block.parse().ok(), answers, words, before, body };
    handlers::add(&state, &staff, post, sent).await
}

/// Says that a comment is done or not done, deletes it or takes it back.
#[server(prefix = "/api", endpoint = "comment/act")]
pub async fn change_comment(
    /// The text.
    #[server(default)]
    post: PostId,
    /// The comment.
    #[server(default)]
    id: CommentId,
    /// One of `klar`, `oppna`, `ta-bort` and `ta-tillbaka`.
    #[server(default)]
    action: String,
) -> Result<(), AppError> {
    let (state, staff) = guard::require(Role::Reviewer).await?;
    handlers::change(&state, &staff, post, id, &action).await
}

/// Asks somebody to read a text.
#[server(prefix = "/api", endpoint = "reading/ask")]
pub async fn ask_for_reading(
    /// The text.
    #[server(default)]
    post: PostId,
    #[server(default)] person: StaffId,
    /// A line to them; may be empty.
    #[server(default)]
    note: String,
) -> Result<(), AppError> {
    let (state, staff) = guard::require(Role::Writer).await?;
    handlers::ask(&state, &staff, post, person, &note).await
}

/// Takes the question to somebody back.
#[server(prefix = "/api", endpoint = "reading/cancel")]
pub async fn cancel_request(
    /// The text.
    #[server(default)]
    post: PostId,
    #[server(default)] person: StaffId,
) -> Result<(), AppError> {
    let (state, _) = guard::require(Role::Writer).await?;
    handlers::cancel(&state, post, person).await
}

/// Says what somebody thinks who has read a text.
#[server(prefix = "/api", endpoint = "reading/give")]
pub async fn give_reading(
    /// The text.
    #[server(default)]
    post: PostId,
    /// The revision that was read.
    #[server(default)]
    revision: Revision,
    /// `last`, or `andra` when something has to be changed.
    #[server(default)]
    action: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let (state, staff) = guard::require(Role::Reviewer).await?;
    handlers::give(&state, &staff, (post, revision), &action, &reason).await
}
