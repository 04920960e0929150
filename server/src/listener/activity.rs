//! What a connection is doing: waiting for the head of a request, or answering one.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::mpsc;

/// What one connection is doing. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Activity(Arc<State>);

#[derive(Debug)]
struct State {
    requests: AtomicUsize,
    is_write_stalled: AtomicBool,
    newcomer: Mutex<Option<Newcomer>>,
}

/// Held by a connection until its first request has come, see [`Newcomers`].
pub(super) type Newcomer = mpsc::Sender<()>;

/// Knows whether connections wait for their first request. hyper closes these at once when it stops, although their
/// clients have been let in and are about to ask.
#[derive(Debug)]
pub(super) struct Newcomers {
    sender: Newcomer,
    receiver: mpsc::Receiver<()>,
}

impl Newcomers {
    pub(super) fn new() -> Self {
        let (sender, receiver) = mpsc::channel(1);
        Self { sender, receiver }
    }

    /// Returns what the next connection holds.
    pub(super) fn admit(&self) -> Newcomer {
        self.sender.clone()
    }

    /// Waits until all have asked or left.
    pub(super) async fn have_begun(mut self) {
        drop(self.sender);
        // Nobody sends anything: it ends when the last one has let go.
        self.receiver.recv().await;
    }
}

/// A request under way, until it is dropped.
#[derive(Debug)]
pub(super) struct UnderWay(Activity);

impl Activity {
    /// Returns that of a connection from which no request has come.
    pub(super) fn new(newcomer: Newcomer) -> Self {
        Self(Arc::new(State {
            requests: AtomicUsize::new(0),
            is_write_stalled: AtomicBool::new(false),
            newcomer: Mutex::new(Some(newcomer)),
        }))
    }

    /// Returns whether a request is under way or its response waits for the client to read.
    pub(super) fn is_busy(&self) -> bool {
        self.0.requests.load(Ordering::Acquire) > 0 || self.0.is_write_stalled.load(Ordering::Acquire)
    }

    /// Notes that a request has begun.
    pub(super) fn begin(&self) -> UnderWay {
        self.0.requests.fetch_add(1, Ordering::AcqRel);
        self.0.newcomer.lock().unwrap_or_else(PoisonError::into_inner).take();
        UnderWay(self.clone())
    }

    /// Notes whether the client reads what was written.
    pub(super) fn set_write_stalled(&self, is_stalled: bool) {
        self.0.is_write_stalled.store(is_stalled, Ordering::Release);
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.0.requests.fetch_sub(1, Ordering::AcqRel);
    }
}
