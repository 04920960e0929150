//! Forms that arrived after their sender's session had ended. They wait under a cookie of their own until the sender has
//! logged in again.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cookies::Purpose;
use super::request_context::RequestContext;
use super::stored_form;
use crate::error::AppError;
use crate::state::AppState;

/// Saves what was sent. `key` names the page that will take it.
pub(super) async fn save<T: Serialize>(
    state: &AppState,
    request: &RequestContext,
    key: &str,
    submission: &T,
) -> Result<(), AppError> {
    stored_form::save(state, request, Purpose::Submission, key, submission).await
}

/// Takes what was sent for a page, once. A submission for another page stays.
pub(crate) async fn take<T: DeserializeOwned>(
    state: &AppState,
    request: &RequestContext,
    key: &str,
) -> Result<Option<T>, AppError> {
    stored_form::take(state, request, Purpose::Submission, key).await
}
