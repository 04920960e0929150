//! What a form without JavaScript says on the page it leads back to.
//!
//! The message waits in the database under a short-lived cookie: in the address anybody could forge it, and
//! what was typed would end up in histories and logs.

use crate::ids::PostId;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cookies::Purpose;
use super::request_context::RequestContext;
use super::store;
use super::token::Token;
use crate::error::AppError;
use crate::state::AppState;

/// Leaves a message for a form's next showing in the same browser. Never a password.
pub(crate) async fn leave<T: Serialize>(
    state: &AppState,
    visit: &RequestContext,
    form: &'static str,
    content: &T,
) -> Result<(), AppError> {
    leave_under(state, visit, Purpose::Flash, form, content).await
}

/// Leaves a text that came too late: its writer's session had ended. It waits until the writer is back.
pub(super) async fn leave_text<T: Serialize>(
    state: &AppState,
    visit: &RequestContext,
    post: PostId,
    text: &T,
) -> Result<(), AppError> {
    leave_under(state, visit, Purpose::Text, &name_of(post), text).await
}

async fn leave_under<T: Serialize>(
    state: &AppState,
    visit: &RequestContext,
    purpose: Purpose,
    form: &str,
    content: &T,
) -> Result<(), AppError> {
    let content = serde_json::to_string(content).map_err(|_| AppError::Internal)?;
    let token = Token::new()?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::flashes::tidy(&mut tx, now).await?;
    store::flashes::add(&mut tx, &token.hash(), form, &content, now + purpose.minutes() * 60_000).await?;
    tx.commit().await?;
    visit.keep(purpose, &token);
    Ok(())
}

/// Takes the message that waits for a form, once.
pub(crate) async fn take<T: DeserializeOwned>(
    state: &AppState,
    visit: &RequestContext,
    form: &'static str,
) -> Result<Option<T>, AppError> {
    take_under(state, visit, Purpose::Flash, form).await
}

/// Takes the text that came too late, once.
pub(crate) async fn take_text<T: DeserializeOwned>(
    state: &AppState,
    visit: &RequestContext,
    post: PostId,
) -> Result<Option<T>, AppError> {
    take_under(state, visit, Purpose::Text, &name_of(post)).await
}

/// Under what name a text waits. Whoever asks for another text leaves it waiting.
fn name_of(post: PostId) -> String {
    format!("text-{post}")
}

async fn take_under<T: DeserializeOwned>(
    state: &AppState,
    visit: &RequestContext,
    purpose: Purpose,
    form: &str,
) -> Result<Option<T>, AppError> {
    let Some(token) = visit.token(purpose) else { return Ok(None) };
    let mut tx = state.db.write_quietly().await?;
    let content = store::flashes::take(&mut tx, &token.hash(), form, state.clock.now_millis()).await?;
    tx.commit().await?;
    if content.is_some() {
        visit.forget(purpose);
    }
    // A message from another version of the program is no message.
    Ok(content.and_then(|content| serde_json::from_str(&content).ok()))
}
