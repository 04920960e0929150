//! What a form without JavaScript says on the page it leads back to.
//!
//! The message waits in the database under a short-lived cookie: in the address anybody could forge it, and
//! what was typed would end up in histories and logs.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cookies::Purpose;
use super::store;
use super::token::Token;
use super::visit::Visit;
use crate::error::AppError;
use crate::state::AppState;

/// How long a message waits.
pub(super) const MINUTES: i64 = 5;

/// Leaves a message for a form's next showing in the same browser. Never a password.
pub(crate) async fn leave<T: Serialize>(
    state: &AppState,
    visit: &Visit,
    form: &'static str,
    content: &T,
) -> Result<(), AppError> {
    let content = serde_json::to_string(content).map_err(|_| AppError::Internal)?;
    let token = Token::new()?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::flashes::tidy(&mut tx, now).await?;
    store::flashes::add(&mut tx, &token.hash(), form, &content, now + MINUTES * 60_000).await?;
    tx.commit().await?;
    visit.keep(Purpose::Flash, &token);
    Ok(())
}

/// Takes the message that waits for a form, once.
pub(crate) async fn take<T: DeserializeOwned>(
    state: &AppState,
    visit: &Visit,
    form: &'static str,
) -> Result<Option<T>, AppError> {
    let Some(token) = visit.token(Purpose::Flash) else { return Ok(None) };
    let mut tx = state.db.write_quietly().await?;
    let content = store::flashes::take(&mut tx, &token.hash(), form, state.clock.now_millis()).await?;
    tx.commit().await?;
    if content.is_some() {
        visit.forget(Purpose::Flash);
    }
    // A message from another version of the program is no message.
    Ok(content.and_then(|content| serde_json::from_str(&content).ok()))
}
