//! The server functions. Each is answered by a redirect back to the page. The names are never in an address, which ends up in
//! histories and logs.

use leptos::prelude::*;

use super::handlers::{self, Typed};
use crate::error::AppError;
use crate::posts::PostId;
use crate::staff::{Role, guard};

/// Finds a name in everything that a text shows.
#[server(prefix = "/api", endpoint = "name/find")]
pub async fn find_name(
    /// The text in which the name is looked for.
    #[server(default)]
    post: PostId,
    /// The person's name.
    #[server(default)]
    name: String,
    /// What the person is to be called.
    #[server(default)]
    instead: String,
) -> Result<(), AppError> {
    let (state, _) = guard::require(Role::Writer).await?;
    handlers::find(&state, Typed { post, name, instead, ..Typed::default() }).await
}

/// Exchanges a name where somebody has chosen it.
#[server(prefix = "/api", endpoint = "name/exchange")]
pub async fn exchange_name(
    /// The text in which the name is exchanged.
    #[server(default)]
    post: PostId,
    /// The person's name.
    #[server(default)]
    name: String,
    /// What the person is to be called.
    #[server(default)]
    instead: String,
    /// Keys of the chosen places.
    #[server(default)]
    places: Vec<String>,
    /// Fingerprint of what the places were found in.
    #[server(default)]
    seen: String,
    /// Not empty: readers are to have it at once.
    #[server(default)]
    publish: String,
) -> Result<(), AppError> {
    let (state, staff) = guard::require(Role::Writer).await?;
    let chosen = Some(places.into_iter().collect());
    handlers::exchange(&state, &staff, Typed { post, name, instead, chosen }, seen, !publish.is_empty()).await
}
