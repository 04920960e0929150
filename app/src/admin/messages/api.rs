//! The server functions of messages. Each is answered by a redirect back to a page.

use leptos::prelude::*;

use crate::error::AppError;
use crate::ids::FeedbackId;
use crate::time::UnixMillis;

/// Stores the answer to a message, and sends it to the sender where there is an address.
#[server(prefix = "/api", endpoint = "feedback/answer")]
pub async fn answer_message(
    /// The message.
    #[server(default)]
    id: FeedbackId,
    /// When the answer that the form was made of was given; 0 for none.
    #[server(default)]
    seen: UnixMillis,
    /// The answer.
    #[server(default)]
    answer: String,
) -> Result<(), AppError> {
    use super::handlers;
    use crate::staff::{Role, guard};
    let (state, staff) =
        guard::require_or_save_submission(Role::Editor, handlers::submission_key(id), &answer).await?;
    handlers::answer(&state, &staff, id, seen, answer).await
}

/// Does what the pressed button says: closes a message, opens it again, deletes it or restores it.
#[server(prefix = "/api", endpoint = "feedback/act")]
pub async fn act_on_message(
    /// The message.
    #[server(default)]
    id: FeedbackId,
    /// The button: `close`, `reopen`, `delete` or `restore`.
    #[server(default)]
    act: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::act(&state, &staff, id, &act).await
}
