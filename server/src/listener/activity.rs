//! What a connection is doing: waiting for the head of a request, or answering one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What one connection is doing. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(super) struct Activity(Arc<State>);

#[derive(Debug, Default)]
struct State {
    requests: AtomicUsize,
    is_write_stalled: AtomicBool,
}

/// A request under way, until it is dropped.
#[derive(Debug)]
pub(super) struct UnderWay(Activity);

impl Activity {
    /// Returns whether a request is under way or its response waits for the client to read.
    pub(super) fn is_busy(&self) -> bool {
        self.0.requests.load(Ordering::Acquire) > 0 || self.0.is_write_stalled.load(Ordering::Acquire)
    }

    /// Notes that a request has begun.
    pub(super) fn begin(&self) -> UnderWay {
        self.0.requests.fetch_add(1, Ordering::AcqRel);
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
