//! The store of cached pages: bounded in number and bytes; the least recently used page is evicted first.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{CachedPage, Encoding, LastModified, PageKey, Snapshot};

const MAX_PAGES: usize = 1000;
const MAX_BYTES: usize = 24 * 1024 * 1024;
/// How many pages' last dates are remembered.
const MAX_DATES: usize = 4 * MAX_PAGES;

#[derive(Default)]
pub(super) struct Lru(Mutex<Entries>);

#[derive(Default)]
struct Entries {
    by_key: HashMap<PageKey, Entry>,
    /// The entity tag and date of each page's last rendering: what a write has made invalid may come out the same.
    dates: HashMap<PageKey, (String, LastModified)>,
    /// The sizes of all pages together.
    bytes: usize,
    /// Counts reads and writes, so that `last_used` has an order.
    ticks: u64,
}

struct Entry {
    page: Arc<CachedPage>,
    last_used: u64,
}

impl Lru {
    /// Returns the page at a key, if it is valid at a snapshot.
    pub(super) fn get(&self, key: &PageKey, at: Snapshot) -> Option<Arc<CachedPage>> {
        let mut entries = self.lock();
        let tick = entries.tick();
        let entry = entries.by_key.get_mut(key).filter(|entry| entry.page.is_valid_at(at))?;
        entry.last_used = tick;
        Some(Arc::clone(&entry.page))
    }

    /// Stores a page if it is valid at a snapshot, and removes all that are not.
    pub(super) fn insert(&self, key: PageKey, page: Arc<CachedPage>, at: Snapshot) {
        let mut entries = self.lock();
        entries.by_key.retain(|_, entry| entry.page.is_valid_at(at));
        entries.bytes = entries.by_key.values().map(|entry| entry.page.size()).sum();
        if !page.is_valid_at(at) || page.size() > MAX_BYTES {
            return;
        }
        while entries.by_key.len() >= MAX_PAGES || entries.bytes + page.size() > MAX_BYTES {
            entries.evict_least_recently_used();
        }
        entries.bytes += page.size();
        let entry = Entry { page, last_used: entries.tick() };
        if let Some(replaced) = entries.by_key.insert(key, entry) {
            entries.bytes -= replaced.page.size();
        }
    }

    /// Dates a new rendering of a page by its last one.
    pub(super) fn dated(&self, key: &PageKey, page: CachedPage) -> CachedPage {
        if !key.is_storable() || !page.is_storable() {
            return page;
        }
        let mut entries = self.lock();
        let page = match entries.dates.get(key) {
            Some((etag, modified)) => page.after(etag, *modified),
            None => page,
        };
        if entries.dates.len() >= MAX_DATES {
            entries.dates.clear();
        }
        entries.dates.insert(key.clone(), (page.etag(Encoding::Plain), page.modified()));
        page
    }

    fn lock(&self) -> MutexGuard<'_, Entries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entries {
    fn tick(&mut self) -> u64 {
        self.ticks += 1;
        self.ticks
    }

    fn evict_least_recently_used(&mut self) {
        let oldest = self.by_key.iter().min_by_key(|(_, entry)| entry.last_used).map(|(key, _)| key.clone());
        match oldest.and_then(|key| self.by_key.remove(&key)) {
            Some(entry) => self.bytes -= entry.page.size(),
            None => self.bytes = 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use app::time::UnixMillis;
    use bytes::Bytes;

    use super::*;
    use crate::render::RenderedPage;

    const NOW: Snapshot = Snapshot { millis: UnixMillis(10), generation: 0 };

    fn key(number: usize) -> PageKey {
        PageKey::cacheable(&format!("/sida-{number}").parse().unwrap()).unwrap()
    }

    fn page(valid_until: i64) -> Arc<CachedPage> {
        let page = RenderedPage::ok(Bytes::from_static(b"x"), NOW, UnixMillis(valid_until));
        Arc::new(CachedPage::compressed(page))
    }

    #[test]
    fn the_least_recently_used_page_is_evicted_first() {
        let lru = Lru::default();
        for number in 0..MAX_PAGES {
            lru.insert(key(number), page(20), NOW);
        }
        assert!(lru.get(&key(0), NOW).is_some());
        lru.insert(key(MAX_PAGES), page(20), NOW);
        assert!(lru.get(&key(0), NOW).is_some());
        assert!(lru.get(&key(1), NOW).is_none());
        let entries = lru.lock();
        assert_eq!(entries.by_key.len(), MAX_PAGES);
        assert_eq!(entries.bytes, entries.by_key.values().map(|entry| entry.page.size()).sum::<usize>());
    }

    #[test]
    fn a_page_that_comes_out_the_same_keeps_its_date_and_another_gets_a_later_one() {
        let lru = Lru::default();
        let rendered = |body: &'static str, millis| {
            let at = Snapshot { millis: UnixMillis(millis), ..NOW };
            let page = RenderedPage::ok(Bytes::from_static(body.as_bytes()), at, UnixMillis(i64::MAX));
            lru.dated(&key(1), CachedPage::uncompressed(page)).modified()
        };
        let first = rendered("ett", 10_500);
        assert_eq!(first, LastModified::after(UnixMillis(10_000)));
        assert_eq!(rendered("ett", 90_000), first);
        let second = rendered("annat", 90_000);
        assert!(second > first);
        assert!(rendered("ett", 20_000) > second, "though the clock was set back");
    }

    #[test]
    fn invalid_pages_are_removed() {
        let lru = Lru::default();
        lru.insert(key(1), page(20), NOW);
        let later = Snapshot { millis: UnixMillis(20), ..NOW };
        assert!(lru.get(&key(1), later).is_none());
        lru.insert(key(2), page(30), later);
        lru.insert(key(3), page(20), later);
        assert_eq!(lru.lock().by_key.len(), 1);
    }
}
