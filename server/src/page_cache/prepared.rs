//! Pages that were rendered before the instant from which they are true: the site's next change.
//!
//! They are not among the pages that are given out. The first request from that instant on takes its page over, by the
//! comparison that every cached page has to pass; one that was made of other content, or for a time that has not come, is
//! never taken.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::lru::Lru;
use super::{CachedPage, PageKey, Snapshot};

/// The pages of one instant.
#[derive(Default)]
pub(super) struct Prepared(Mutex<HashMap<PageKey, Arc<CachedPage>>>);

impl Prepared {
    /// Adds a page, in place of one that was prepared before.
    pub(super) fn add(&self, key: PageKey, page: Arc<CachedPage>) {
        self.lock().insert(key, page);
    }

    /// Forgets all pages.
    pub(super) fn clear(&self) {
        self.lock().clear();
    }

    /// Returns the page at a key once its time has come, and moves it among the others.
    pub(super) fn take_over(&self, key: &PageKey, at: Snapshot, pages: &Lru) -> Option<Arc<CachedPage>> {
        // Held throughout: whoever asks in the same moment finds the page here or there.
        let mut prepared = self.lock();
        if !prepared.get(key).is_some_and(|page| page.is_valid_at(at)) {
            return pages.get(key, at);
        }
        let page = prepared.remove(key)?;
        // Dated only now: until a moment ago the page before was the newest.
        let page = Arc::new(pages.dated(key, Arc::unwrap_or_clone(page)));
        pages.insert(key.clone(), Arc::clone(&page), at);
        Some(page)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PageKey, Arc<CachedPage>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
