//! Pages being rendered right now: one renders, the others who ask for the same wait for it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::{Page, PageAddress};
use crate::render::RenderError;

type Outcome = Result<Arc<Page>, RenderError>;
type Announced = watch::Receiver<Option<Outcome>>;

#[derive(Default, Clone)]
pub(super) struct Flights(Arc<Mutex<HashMap<PageAddress, Announced>>>);

/// Whose turn it is to render.
pub(super) enum Turn {
    /// The caller renders, and lands.
    Mine(Landing),
    /// Somebody else does.
    Theirs(Waiting),
}

/// The duty to tell the others. Dropped without landing, they hear of a failure.
pub(super) struct Landing {
    flights: Flights,
    address: PageAddress,
    announce: watch::Sender<Option<Outcome>>,
}

pub(super) struct Waiting(Announced);

impl Flights {
    pub(super) fn join(&self, address: &PageAddress) -> Turn {
        let mut flights = self.lock();
        if let Some(announced) = flights.get(address) {
            return Turn::Theirs(Waiting(announced.clone()));
        }
        let (announce, announced) = watch::channel(None);
        flights.insert(address.clone(), announced);
        Turn::Mine(Landing { flights: self.clone(), address: address.clone(), announce })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PageAddress, Announced>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Landing {
    pub(super) fn land(self, outcome: Outcome) {
        self.announce.send_replace(Some(outcome));
    }
}

impl Drop for Landing {
    fn drop(&mut self) {
        self.flights.lock().remove(&self.address);
    }
}

impl Waiting {
    pub(super) async fn landed(mut self) -> Outcome {
        match self.0.wait_for(Option::is_some).await {
            Ok(outcome) => outcome.clone().unwrap_or(Err(RenderError::Broken)),
            Err(_) => Err(RenderError::Broken),
        }
    }
}
