//! The server function of the page.

use leptos::prelude::*;

use crate::error::AppError;
use crate::ids::PostId;

/// Erases texts for good, at once or in an hour.
#[server(prefix = "/api", endpoint = "consent/erase")]
pub async fn erase_texts(
    /// The text on whose page it was decided.
    #[server(default)]
    post: PostId,
    /// The texts.
    #[server(default)]
    posts: Vec<PostId>,
    /// Not empty: the person wants to be able to think again.
    #[server(default)]
    think: String,
    /// Not empty: the page was that of all texts about a person.
    #[server(default)]
    everything: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::erase(&state, &staff, post, &posts, !think.is_empty(), !everything.is_empty()).await
}
