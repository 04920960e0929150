//! How far an import has come, and stopping it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How far an import has come. Clones share it, so that others can look on and stop it.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Counters>);

#[derive(Debug, Default)]
struct Counters {
    expected: AtomicU64,
    done: AtomicU64,
    is_stopped: AtomicBool,
}

impl Progress {
    /// Returns how many items are done, and how many there are: none as long as they are being counted.
    pub fn done_of(&self) -> (u64, u64) {
        (self.0.done.load(Ordering::Relaxed), self.0.expected.load(Ordering::Relaxed))
    }

    /// Makes the import end before its next item.
    pub fn stop(&self) {
        self.0.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether somebody has stopped it.
    pub fn is_stopped(&self) -> bool {
        self.0.is_stopped.load(Ordering::Relaxed)
    }

    pub(super) fn expect(&self, items: u64) {
        self.0.expected.store(items, Ordering::Relaxed);
    }

    pub(super) fn advance(&self, items: u64) {
        self.0.done.fetch_add(items, Ordering::Relaxed);
    }
}
