//! Finds the answer to a message by its receipt number.

use http::request::Parts;

use super::limits::Limits;
use super::message::Message;
use super::receipt::Receipt;
use super::store;
use crate::error::AppError;
use crate::staff::network::Network;
use crate::state::AppState;

/// The name of the form's field, and its id on the page.
pub(super) const NUMBER: &str = "nummer";

/// What a number led to. The page finds it among the extensions of its request.
#[derive(Debug, Clone)]
pub struct Lookup {
    /// The number as it was typed.
    pub(super) typed: String,
    pub(super) found: Found,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Message(Box<Message>),
    /// There is no such number: it never was, or its message is deleted. The page says the same of both.
    Nothing,
    /// The network has tried too many; the number was not looked at.
    TooMany,
}

impl Lookup {
    /// Returns the status of the response.
    pub const fn status(&self) -> u16 {
        match self.found {
            Found::Message(_) => 200,
            Found::Nothing => 404,
            Found::TooMany => 429,
        }
    }
}

/// Looks for the message of the number in a request's body.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn look_up(state: &AppState, head: &Parts, body: &[u8]) -> Result<Lookup, AppError> {
    let typed = form_urlencoded::parse(body).find(|(name, _)| name == NUMBER);
    let typed: String = typed.map(|(_, value)| value.chars().take(100).collect()).unwrap_or_default();
    let (now, network) = (state.clock.now_millis(), Network::of(head));
    let limits = state.extensions.get::<Limits>();
    if !limits.may_guess(network, now) {
        return Ok(Lookup { typed, found: Found::TooMany });
    }
    let message = match Receipt::parse(&typed) {
        Some(receipt) => store::by_receipt(state.db.reader(), &receipt.hash()).await?,
        None => None,
    };
    let found = message.map_or(Found::Nothing, |message| Found::Message(Box::new(message)));
    if found == Found::Nothing {
        limits.guessed(network, now);
    }
    Ok(Lookup { typed, found })
}
