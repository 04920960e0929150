//! Takes a message.

use http::request::Parts;

use super::form::FeedbackForm;
use super::handover::Handover;
use super::letters;
use super::limits::Limits;
use super::receipt::Receipt;
use super::stamp::Stamps;
use super::store;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::paths;
use crate::site::leads_somewhere;
use crate::staff::network::Network;
use crate::state::AppState;

/// More messages without an answer than anybody could read. From then on the form says how else to reach the site.
const MAX_WAITING: i64 = 500;

/// What became of a form.
#[derive(Debug)]
pub enum Outcome {
    /// It was stored; the path of its receipt.
    Stored(String),
    /// It was refused, and is shown again with everything that was typed.
    Refused(Refused),
}

/// A form that was refused. The page of the form finds it among the extensions of its request.
#[derive(Debug, Clone)]
pub struct Refused {
    pub(super) form: FeedbackForm,
    pub(super) why: Why,
}

/// Why a form is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Why {
    /// Some fields are.
    Invalid(FieldErrors),
    /// It came faster than anybody writes, or without a stamp of ours.
    TooFast,
    /// The field that nobody sees was filled.
    Trapped,
    /// Its network, or everybody, has sent too much.
    TooMany,
    /// The site has no room.
    Full,
}

impl Refused {
    /// Returns the status of the response.
    pub const fn status(&self) -> u16 {
        match self.why {
            Why::Invalid(_) | Why::TooFast | Why::Trapped => 422,
            Why::TooMany => 429,
            Why::Full => 503,
        }
    }
}

/// Stores the message in a request's body, or says why not. Nobody needs an account, so everything about it is bounded.
///
/// # Errors
/// [`AppError::NotFound`] while the accessibility statement is not public.
pub async fn send(state: &AppState, head: &Parts, body: &[u8]) -> Result<Outcome, AppError> {
    let (now, network) = (state.clock.now_millis(), Network::of(head));
    if !leads_somewhere(state.db.reader(), paths::STATEMENT, now).await? {
        return Err(AppError::NotFound);
    }
    let form = FeedbackForm::parse(body);
    let limits = state.extensions.get::<Limits>();
    let errors = form.errors();
    let why = if !form.trap.is_empty() {
        Some(Why::Trapped)
    } else if !errors.is_empty() {
        Some(Why::Invalid(errors))
    } else if !Stamps::load(state).await?.is_old_enough(&form.stamp, now) {
        Some(Why::TooFast)
    } else if !limits.may_send(network, now) {
        Some(Why::TooMany)
    } else {
        None
    };
    if let Some(why) = why {
        return Ok(Outcome::Refused(Refused { form, why }));
    }
    let receipt = Receipt::new()?;
    let mut tx = state.db.write_quietly().await?;
    if store::counts(&mut *tx, now).await?.waiting >= MAX_WAITING {
        return Ok(Outcome::Refused(Refused { form, why: Why::Full }));
    }
    store::add(&mut tx, &form, &receipt.hash(), now).await?;
    tx.commit().await?;
    limits.sent(network, now);
    // The sender waits for no mail server.
    let state_for_letters = state.clone();
    tokio::spawn(async move { letters::notify(&state_for_letters).await });
    let token = state.extensions.get::<Handover>().leave(receipt, now)?;
    Ok(Outcome::Stored(paths::feedback_receipt(&token)))
}
