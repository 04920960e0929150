//! Content that a browser's next request finds again by a cookie: flashes and late submissions.
//!
//! The cookie holds a random token, the database only its hash.

use http::request::Parts;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cookies::{self, Purpose};
use super::request_context::RequestContext;
use super::store;
use super::token::Token;
use crate::error::AppError;
use crate::state::AppState;

/// The most that is stored for somebody without an account, in bytes.
const MAX_STRANGERS_BYTES: usize = 4096;

/// Saves content for a form and sets the cookie that finds it. What is long is saved for staff only, by the proof of
/// their session, living or ended: anybody may send a form.
pub(super) async fn save<T: Serialize>(
    state: &AppState,
    request: &RequestContext,
    purpose: Purpose,
    form: &str,
    content: &T,
) -> Result<(), AppError> {
    let content = serde_json::to_string(content).map_err(|_| AppError::Internal)?;
    let owner = request.session_owner(state).await?;
    if owner.is_none() && content.len() > MAX_STRANGERS_BYTES {
        tracing::warn!(form, bytes = content.len(), "not saved: too long from somebody without a session");
        return Ok(());
    }
    let token = Token::new()?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::flashes::delete_expired(&mut tx, now).await?;
    store::flashes::add(&mut tx, &token.hash(), form, &content, now + purpose.lifetime(), owner).await?;
    tx.commit().await?;
    request.set_cookie(purpose, &token);
    Ok(())
}

/// Returns whether anything waits for a request.
pub(super) async fn waits(state: &AppState, request: &Parts) -> Result<bool, AppError> {
    for purpose in [Purpose::Flash, Purpose::Submission] {
        if let Some(token) = cookies::read(request, purpose)
            && store::flashes::exists(state.db.reader(), &token.hash(), state.clock.now_millis()).await?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes the content that waits for a form. The cookie goes with it, so a page that is loaded again does not repeat it.
pub(super) async fn take<T: DeserializeOwned>(
    state: &AppState,
    request: &RequestContext,
    purpose: Purpose,
    form: &str,
) -> Result<Option<T>, AppError> {
    let Some(token) = request.cookie(purpose) else { return Ok(None) };
    let mut tx = state.db.write_quietly().await?;
    let content = store::flashes::take(&mut tx, &token.hash(), form, state.clock.now_millis()).await?;
    tx.commit().await?;
    if content.is_some() {
        request.clear_cookie(purpose);
    }
    // Content that another version of the program wrote in another form is dropped.
    Ok(content.and_then(|content| serde_json::from_str(&content).ok()))
}
