//! Renderings under way: of all requests for the same page one renders, the others wait for its result.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::{CachedPage, PageKey};
use crate::render::RenderError;

type RenderResult = Result<Arc<CachedPage>, RenderError>;
type Receiver = watch::Receiver<Option<RenderResult>>;
type Flights = HashMap<PageKey, Receiver>;

#[derive(Default, Clone)]
pub(super) struct SingleFlight(Arc<Mutex<Flights>>);

/// What a request has to do for its page.
pub(super) enum Role {
    /// Render it.
    Leader(Leader),
    /// Wait for the leader.
    Follower(Follower),
}

/// The duty to give the followers a result. Dropped without one, they get [`RenderError::Broken`].
pub(super) struct Leader {
    flights: SingleFlight,
    key: PageKey,
    sender: watch::Sender<Option<RenderResult>>,
}

pub(super) struct Follower(Receiver);

impl SingleFlight {
    /// Joins the rendering of a page, or begins it.
    pub(super) fn join(&self, key: &PageKey) -> Role {
        let mut flights = self.lock();
        if let Some(receiver) = flights.get(key) {
            return Role::Follower(Follower(receiver.clone()));
        }
        let (sender, receiver) = watch::channel(None);
        flights.insert(key.clone(), receiver);
        Role::Leader(Leader { flights: self.clone(), key: key.clone(), sender })
    }

    /// Returns whether somebody renders a page.
    pub(super) fn is_under_way(&self, key: &PageKey) -> bool {
        self.lock().contains_key(key)
    }

    fn lock(&self) -> MutexGuard<'_, Flights> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Leader {
    pub(super) fn finish(self, result: RenderResult) {
        self.sender.send_replace(Some(result));
    }
}

impl Drop for Leader {
    fn drop(&mut self) {
        self.flights.lock().remove(&self.key);
    }
}

impl Follower {
    pub(super) async fn result(mut self) -> RenderResult {
        match self.0.wait_for(Option::is_some).await {
            Ok(result) => result.clone().unwrap_or(Err(RenderError::Broken)),
            Err(_) => Err(RenderError::Broken),
        }
    }
}
