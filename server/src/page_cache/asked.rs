//! How often pages are asked for: which ones are worth rendering before their time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How often a page was given. Clones count together.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked(Arc<AtomicU64>);

impl Asked {
    pub(super) fn once_more(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn times(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Lets what was counted so far weigh half: what was read yesterday is not what is read today.
    pub(super) fn fade(&self) {
        self.0.fetch_sub(self.times().div_ceil(2), Ordering::Relaxed);
    }
}
