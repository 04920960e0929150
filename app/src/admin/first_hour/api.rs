//! The server function of the list. It is answered by a redirect back to it.

use leptos::prelude::*;

use crate::error::AppError;

/// Does what a button of the list says.
#[server(prefix = "/api", endpoint = "site/first_hour")]
pub async fn act_on_first_hour(
    /// What to do: `skip`, `done`, `take_back`, `put_away`, `bring_back`, `letter`, `remove_examples` or
    /// `restore_examples`.
    #[server(default)]
    act: String,
    /// The step that it is about.
    #[server(default)]
    step: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::act(&state, &staff, &act, &step).await
}
