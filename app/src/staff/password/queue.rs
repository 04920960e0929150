//! The queue for password hashes.
//!
//! A hash costs 19 MiB and some twenty milliseconds of a core, on purpose. So that a flood of log-ins cannot starve
//! readers, at most two are worked on at a time and a short queue waits; who finds the queue full is refused.
//!
//! Nor may a flood keep the staff out. A network has few places, so that the others go on; and whoever comes from where
//! an account's owner has logged in from before waits in a queue that strangers cannot fill, however many they are.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tokio::sync::Semaphore;

use super::super::network::Network;
use crate::error::AppError;

/// The places for all strangers together.
const STRANGERS: usize = 32;
/// The places for strangers from one network.
const NETWORK: usize = 4;
/// The places for everybody who comes from where the account's owner has been.
const OWNERS: usize = 16;
/// The places for one account of those.
const ACCOUNT: usize = 2;

static WORKERS: Semaphore = Semaphore::const_new(2);
static PLACES: Mutex<Option<HashMap<Line, usize>>> = Mutex::new(None);

/// Where somebody stands who waits for a hash.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Line {
    Strangers,
    Network(Network),
    Owners,
    Account(String),
}

impl Line {
    const fn places(&self) -> usize {
        match self {
            Self::Strangers => STRANGERS,
            Self::Network(_) => NETWORK,
            Self::Owners => OWNERS,
            Self::Account(_) => ACCOUNT,
        }
    }
}

/// A place in the queue for one hash.
#[derive(Debug)]
pub(in crate::staff) struct HashPermit {
    lines: Vec<Line>,
}

impl HashPermit {
    /// Takes a place for somebody of whom nothing is known but the network; `None` when there is none left.
    pub(in crate::staff) fn for_stranger(network: Network) -> Option<Self> {
        // Where nobody knows who comes from where, nobody waits for others.
        let own = network.is_known().then_some(Line::Network(network));
        Self::take([Line::Strangers].into_iter().chain(own).collect())
    }

    /// Takes a place for the owner of an account: somebody with a session or a link, or from a network where the owner
    /// has logged in; `None` when there is none left.
    pub(in crate::staff) fn for_owner(email: &str) -> Option<Self> {
        Self::take(vec![Line::Owners, Line::Account(email.to_owned())])
    }

    fn take(lines: Vec<Line>) -> Option<Self> {
        with_places(|taken| {
            let is_free = |line: &Line| taken.get(line).is_none_or(|taken| *taken < line.places());
            if !lines.iter().all(is_free) {
                return None;
            }
            for line in &lines {
                *taken.entry(line.clone()).or_default() += 1;
            }
            Some(Self { lines })
        })
    }

    /// Works on a blocking thread. The permits go along: when the client hangs up, the work goes on and still counts.
    pub(super) async fn work<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let worker = WORKERS.acquire().await.map_err(|_| AppError::Internal)?;
        let done = tokio::task::spawn_blocking(move || {
            let _permits = (worker, self);
            work()
        });
        done.await.map_err(|error| {
            tracing::error!(%error, "hashing a password broke off");
            AppError::Internal
        })
    }
}

impl Drop for HashPermit {
    fn drop(&mut self) {
        with_places(|taken| {
            for line in &self.lines {
                if let Some(count) = taken.get_mut(line) {
                    *count -= 1;
                    if *count == 0 {
                        taken.remove(line);
                    }
                }
            }
        });
    }
}

fn with_places<T>(act: impl FnOnce(&mut HashMap<Line, usize>) -> T) -> T {
    let mut places = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
    act(places.get_or_insert_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_network_takes_the_places_of_others_and_no_stranger_those_of_owners() {
        // Addresses that no other test uses: the queue is the process's own.
        let network = |number: usize| Network::at(&format!("203.0.113.{number}"));
        let held: Vec<_> = (0..NETWORK).map(|_| HashPermit::for_stranger(network(200))).collect();
        assert!(held.iter().all(Option::is_some));
        assert!(HashPermit::for_stranger(network(200)).is_none(), "its own places are taken");
        assert!(HashPermit::for_stranger(network(201)).is_some());
        let flood: Vec<_> =
            (0..STRANGERS).filter_map(|number| HashPermit::for_stranger(network(number))).collect();
        assert!(flood.len() + held.len() <= STRANGERS);
        assert!(HashPermit::for_stranger(network(202)).is_none(), "strangers fill their own queue");
        let own: Vec<_> = (0..ACCOUNT).map(|_| HashPermit::for_owner("queue@exempel.se")).collect();
        assert!(own.iter().all(Option::is_some));
        assert!(HashPermit::for_owner("queue@exempel.se").is_none());
        assert!(HashPermit::for_owner("other-queue@exempel.se").is_some(), "another account");
        drop(own);
        assert!(HashPermit::for_owner("queue@exempel.se").is_some(), "a place is given back");
    }
}
