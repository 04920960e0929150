//! Overload: how many requests are worked on at a time, how many wait, and who goes before whom.
//!
//! What has to be rendered or read for one request alone passes one of a few lanes. A lane works on some at a time and lets
//! some more wait; whoever comes then is refused at once, for a queue that grows without end answers nobody in time. No
//! lane can fill another one: searches that nobody has asked before do not keep the start page from being rendered, and
//! neither keeps the staff out. What is in memory passes no lane, nor do probes and the quick exit.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Who waits for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lane {
    /// Somebody with a living session.
    Staff,
    /// Pages of one visitor alone without one: the staff's, of which all but the log-in lead there, and receipts.
    Entrance,
    /// A page that has been shown before: one rendering is for everybody who waits for it.
    Known,
    /// What readers' browsers ask the server functions for; at an opening all at once.
    Client,
    /// A search, or an address that nobody has asked for.
    Other,
}

impl Lane {
    const ALL: [Self; 5] = [Self::Staff, Self::Entrance, Self::Known, Self::Client, Self::Other];

    /// How many may wait: what a small machine works off in about a second.
    const fn places(self) -> usize {
        match self {
            Self::Entrance => 32,
            Self::Staff => 64,
            Self::Known | Self::Other => 128,
            Self::Client => 512,
        }
    }

    /// How long somebody waits: a reader's browser is told to come again before its reader does.
    const fn patience(self) -> Duration {
        match self {
            Self::Staff => Duration::from_secs(10),
            _ => Duration::from_secs(3),
        }
    }
}

/// Lets requests be worked on, lane by lane. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Admission(Arc<[Line; Lane::ALL.len()]>);

#[derive(Debug)]
struct Line {
    /// A permit for each that is worked on or waits.
    places: Arc<Semaphore>,
    /// A permit for each that is worked on.
    desks: Arc<Semaphore>,
}

/// Held while a request is worked on.
#[derive(Debug)]
pub(crate) struct Admitted {
    _place: OwnedSemaphorePermit,
    _desk: OwnedSemaphorePermit,
}

/// More is asked for than can be done. As an extension of a response it says why that is a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Overloaded;

impl Default for Admission {
    /// Works on twice as many at a time in each lane as there are cores: some of them wait for the database.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self::with_desks((2 * cores).clamp(4, 32))
    }
}

impl Admission {
    fn with_desks(desks: usize) -> Self {
        Self(Arc::new(Lane::ALL.map(|lane| Line {
            places: Arc::new(Semaphore::new(desks + lane.places())),
            desks: Arc::new(Semaphore::new(desks)),
        })))
    }

    fn line(&self, lane: Lane) -> &Line {
        let [staff, entrance, known, client, other] = &*self.0;
        match lane {
            Lane::Staff => staff,
            Lane::Entrance => entrance,
            Lane::Known => known,
            Lane::Client => client,
            Lane::Other => other,
        }
    }

    /// Waits for a turn.
    ///
    /// # Errors
    /// [`Overloaded`] at once when too many wait already, or later when it took too long.
    pub(crate) async fn admit(&self, lane: Lane) -> Result<Admitted, Overloaded> {
        self.admit_within(lane, lane.patience()).await
    }

    /// Takes every place in a lane, until it is dropped.
    #[cfg(test)]
    pub(crate) fn fill(&self, lane: Lane) -> Vec<OwnedSemaphorePermit> {
        let places = &self.line(lane).places;
        std::iter::from_fn(|| Arc::clone(places).try_acquire_owned().ok()).collect()
    }

    async fn admit_within(&self, lane: Lane, patience: Duration) -> Result<Admitted, Overloaded> {
        let Line { places, desks } = self.line(lane);
        let refused = || {
            tracing::warn!(?lane, "more is asked for than can be done: requests are refused");
            Overloaded
        };
        let place = Arc::clone(places).try_acquire_owned().map_err(|_| refused())?;
        let turn = Arc::clone(desks).acquire_owned();
        match tokio::time::timeout(patience, turn).await {
            Ok(Ok(desk)) => Ok(Admitted { _place: place, _desk: desk }),
            _ => Err(refused()),
        }
    }

    /// Returns whether somebody in a lane would be refused at once.
    pub(crate) fn is_full(&self, lane: Lane) -> bool {
        self.line(lane).places.available_permits() == 0
    }

    /// Returns whether somebody in any lane would be refused at once.
    pub(crate) fn is_anything_full(&self) -> bool {
        Lane::ALL.into_iter().any(|lane| self.is_full(lane))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_lane_lets_some_in_and_some_wait_and_refuses_the_rest_at_once() {
        let admission = Admission::with_desks(1);
        let working = admission.admit(Lane::Other).await.unwrap();
        let waiting: Vec<_> = (0..Lane::Other.places())
            .map(|_| {
                tokio::spawn({
                    let admission = admission.clone();
                    async move { admission.admit(Lane::Other).await.map(drop) }
                })
            })
            .collect();
        while !admission.is_full(Lane::Other) {
            tokio::task::yield_now().await;
        }
        assert_eq!(admission.admit(Lane::Other).await.map(drop), Err(Overloaded));
        for lane in Lane::ALL.into_iter().filter(|lane| *lane != Lane::Other) {
            assert!(!admission.is_full(lane) && admission.admit(lane).await.is_ok(), "{lane:?}");
        }
        drop(working);
        for waited in waiting {
            assert_eq!(waited.await.unwrap(), Ok(()), "one after the other");
        }
        assert!(!admission.is_anything_full());
    }

    #[tokio::test]
    async fn nobody_waits_for_long() {
        let admission = Admission::with_desks(1);
        let _working = admission.admit(Lane::Known).await.unwrap();
        let tired = admission.admit_within(Lane::Known, Duration::from_millis(1)).await;
        assert_eq!(tired.map(drop), Err(Overloaded));
        assert!(!admission.is_full(Lane::Known), "whoever gives up leaves the place");
    }
}
