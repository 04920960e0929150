//! Pages being rendered right now: one renders, the others who ask for the same wait for it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::{Page, PageKey};
use crate::render::RenderError;

type Outcome = Result<Arc<Page>, RenderError>;
type Announced = watch::Receiver<Option<Outcome>>;

#[derive(Default, Clone)]
pub(super) struct SingleFlight(Arc<Mutex<HashMap<PageKey, Announced>>>);

/// Whose turn it is to render.
pub(super) enum Turn {
    /// The caller renders, and lands.
    Mine(Leader),
    /// Somebody else does.
    Theirs(Follower),
}

/// The duty to tell the others. Dropped without landing, they hear of a failure.
pub(super) struct Leader {
    flights: SingleFlight,
    address: PageKey,
    announce: watch::Sender<Option<Outcome>>,
}

pub(super) struct Follower(Announced);

impl SingleFlight {
    pub(super) fn join(&self, address: &PageKey) -> Turn {
        let mut flights = self.lock();
        if let Some(announced) = flights.get(address) {
            return Turn::Theirs(Follower(announced.clone()));
        }
        let (announce, announced) = watch::channel(None);
        flights.insert(address.clone(), announced);
        Turn::Mine(Leader { flights: self.clone(), address: address.clone(), announce })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PageKey, Announced>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Leader {
    pub(super) fn land(self, outcome: Outcome) {
        self.announce.send_replace(Some(outcome));
    }
}

impl Drop for Leader {
    fn drop(&mut self) {
        self.flights.lock().remove(&self.address);
    }
}

impl Follower {
    pub(super) async fn landed(mut self) -> Outcome {
        match self.0.wait_for(Option::is_some).await {
            Ok(outcome) => outcome.clone().unwrap_or(Err(RenderError::Broken)),
            Err(_) => Err(RenderError::Broken),
        }
    }
}
