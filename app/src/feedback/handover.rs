//! Brings a receipt number from the form to the next page, without a cookie and without the number in an address, which
//! histories and logs would keep: the address names a place in memory, where the number waits for a quarter of an hour.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::receipt::Receipt;
use crate::error::AppError;
use crate::staff::token::Token;
use crate::time::{MINUTE, UnixMillis};

/// How long the number is shown.
pub(super) const MINUTES: i64 = 15;
/// More than are sent meanwhile.
const MOST: usize = 1000;

/// The numbers that wait. Clones share them.
#[derive(Clone, Default)]
pub(super) struct Handover(Arc<Mutex<HashMap<String, (Receipt, UnixMillis)>>>);

impl Handover {
    /// Leaves a number, and returns where.
    pub(super) fn leave(&self, receipt: Receipt, now: UnixMillis) -> Result<String, AppError> {
        let token = Token::new()?.text();
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, (_, until)| *until > now);
        if waiting.len() < MOST {
            waiting.insert(token.clone(), (receipt, now + MINUTES * MINUTE));
        }
        Ok(token)
    }

    /// Returns the number that waits at a place.
    pub(super) fn find(&self, token: &str, now: UnixMillis) -> Option<Receipt> {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.get(token).filter(|(_, until)| *until > now).map(|(receipt, _)| receipt.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_waits_for_a_while_at_a_place_that_nobody_guesses() {
        let (handover, receipt) = (Handover::default(), Receipt::new().unwrap());
        let token = handover.leave(receipt.clone(), UnixMillis(0)).unwrap();
        assert!(token.len() >= 32);
        let last = UnixMillis(MINUTES * MINUTE - 1);
        assert!(handover.find(&token, last).is_some_and(|found| found == receipt));
        assert!(handover.find(&token, last + 1).is_none() && handover.find("", UnixMillis(0)).is_none());
    }
}
