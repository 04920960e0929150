//! The server functions of the board. Each redirects to the board, which says what was done.
//!
//! Whether a writer may move a text is checked for each text.

use leptos::prelude::*;

use crate::error::AppError;
use crate::ids::{EditionId, PostId};

/// Puts a text without a day on one.
#[server(prefix = "/api", endpoint = "board/put")]
pub async fn put_on_day(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    edition: EditionId,
    /// The text.
    #[server(default)]
    post: PostId,
    /// The day, and what was seen on it.
    #[server(default)]
    day: String,
    /// What happens to the text that lies there; empty: somebody is asked.
    #[server(default)]
    when_taken: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::put(&state, &staff, (edition, post), &day, &when_taken).await
}

/// Moves the text of a day to another.
#[server(prefix = "/api", endpoint = "board/move")]
pub async fn move_to_day(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    edition: EditionId,
    /// The day, and the text that was seen on it.
    #[server(default)]
    from: String,
    /// The day to which it goes, and what was seen on it.
    #[server(default)]
    to: String,
    /// What happens to the text that lies there; empty: somebody is asked.
    #[server(default)]
    when_taken: String,
    /// Not empty when somebody has confirmed that readers notice.
    #[server(default)]
    sure: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::move_to(&state, &staff, edition, (&from, &to), &when_taken, !sure.is_empty()).await
}

/// Takes the text of a day away from it.
#[server(prefix = "/api", endpoint = "board/clear")]
pub async fn clear_day(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    edition: EditionId,
    /// The day, and the text that was seen on it.
    #[server(default)]
    day: String,
    /// What becomes of the text; empty: it lies among those without a day.
    #[server(default)]
    to: String,
    /// Not empty when somebody has confirmed that readers notice.
    #[server(default)]
    sure: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::clear(&state, &staff, edition, (&day, &to), !sure.is_empty()).await
}

/// Puts texts without a day on the empty days, in order.
#[server(prefix = "/api", endpoint = "board/fill")]
pub async fn fill_days(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    edition: EditionId,
    /// The days that were seen as empty: `3,4,9`.
    #[server(default)]
    days: String,
    /// The texts, in the order in which they get the days.
    #[server(default)]
    posts: Vec<PostId>,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::fill(&state, &staff, edition, &days, posts).await
}

/// Undoes what somebody moved last.
#[server(prefix = "/api", endpoint = "board/undo")]
pub async fn undo_move(
    /// The edition to whose board the answer leads.
    #[server(default)]
    edition: EditionId,
    /// Not empty when somebody has confirmed that readers notice.
    #[server(default)]
    sure: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::undo(&state, &staff, edition, !sure.is_empty()).await
}
