//! Shares of something scarce: how many of it each client holds.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Counts what each client holds, and gives nobody more than a limit. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Shares<K: Eq + Hash> {
    taken: Arc<Mutex<HashMap<K, usize>>>,
    limit: usize,
}

/// One of what a client holds; given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Share<K: Eq + Hash> {
    shares: Shares<K>,
    client: K,
}

impl<K: Eq + Hash + Clone> Shares<K> {
    pub(crate) fn new(limit: usize) -> Self {
        Self { taken: Arc::default(), limit }
    }

    /// Takes one more for a client; `None` when it holds as many as it may.
    pub(crate) fn take(&self, client: K) -> Option<Share<K>> {
        self.take_up_to(client, self.limit)
    }

    /// Takes one more for a client; `None` when it holds as many as it may, or so many.
    pub(crate) fn take_up_to(&self, client: K, most: usize) -> Option<Share<K>> {
        let mut taken = self.lock();
        let count = taken.entry(client.clone()).or_default();
        if *count >= most.min(self.limit) {
            if *count == 0 {
                taken.remove(&client);
            }
            return None;
        }
        *count += 1;
        Some(Share { shares: self.clone(), client })
    }
}

impl<K: Eq + Hash> Shares<K> {
    fn lock(&self) -> MutexGuard<'_, HashMap<K, usize>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash> Drop for Share<K> {
    fn drop(&mut self) {
        let mut taken = self.shares.lock();
        if let Some(count) = taken.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.client);
            }
        }
    }
}
