//! The server functions of the ledger. Each is answered by a redirect back to the entry.

use leptos::prelude::*;

use crate::consent::ConsentForm;
use crate::error::AppError;
use crate::ids::PostId;

/// Writes an entry of the ledger, or changes it.
#[server(prefix = "/api", endpoint = "consent/save")]
pub async fn save_consent(
    /// The text that the entry is about.
    #[server(default)]
    post: PostId,
    /// Version of the entry that the form was made of; 0 for none.
    #[server(default)]
    seen: i64,
    /// The entry as it was typed.
    #[server(flatten)]
    form: ConsentForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::save(&state, &staff, post, seen, form).await
}

/// Does what the pressed button says: notes that consent was taken back, or that the text tells of nobody, deletes the form that the
/// person has signed, or takes back a text that was to be erased.
#[server(prefix = "/api", endpoint = "consent/act")]
pub async fn act_on_consent(
    /// The text that the entry is about.
    #[server(default)]
    post: PostId,
    /// The button: `withdraw`, `unmark`, `remove_paper` or `regret`.
    #[server(default)]
    act: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::act(&state, &staff, post, &act).await
}
