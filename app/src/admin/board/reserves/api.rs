//! The server function of the reserves. It redirects to the board, which says what was done.

use leptos::prelude::*;

use crate::error::AppError;
use crate::ids::{EditionId, PostId};

/// Does with the reserves of an edition what the pressed button says.
#[server(prefix = "/api", endpoint = "board/reserves")]
pub async fn change_reserves(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    edition: EditionId,
    /// The text.
    #[server(default)]
    post: PostId,
    /// The place that was typed, counted from 1.
    #[server(default)]
    place: String,
    /// Value of the pressed button.
    #[server(default)]
    act: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::change(&state, &staff, edition, post, (&act, &place)).await
}
