//! The store of cached pages: bounded in number and bytes; the least recently used page is evicted first.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Asked, CachedPage, Encoding, LastModified, PageKey, Snapshot};

const MAX_PAGES: usize = 1000;
const MAX_BYTES: usize = 24 * 1024 * 1024;
/// How many pages are remembered after they were dropped.
const MAX_KNOWN: usize = 4 * MAX_PAGES;

#[derive(Default)]
pub(super) struct Lru(Mutex<Entries>);

#[derive(Default)]
struct Entries {
    by_key: HashMap<PageKey, Entry>,
    /// What is remembered of each page's last rendering: what a write has made invalid may come out the same.
    known: HashMap<PageKey, Known>,
    /// The sizes of all pages together.
    bytes: usize,
    /// Counts reads and writes, so that `last_used` has an order.
    ticks: u64,
}

struct Known {
    etag: String,
    modified: LastModified,
    asked: Asked,
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

    /// Puts a page in the place of another, if that is still there.
    pub(super) fn replace(&self, former: &Arc<CachedPage>, page: CachedPage) {
        let mut entries = self.lock();
        if let Some(entry) = entries.by_key.values_mut().find(|entry| Arc::ptr_eq(&entry.page, former)) {
            let (more, less) = (page.size(), former.size());
            entry.page = Arc::new(page);
            entries.bytes = entries.bytes + more - less;
        }
    }

    /// Dates a new rendering of a page by its last one, and lets it count on.
    pub(super) fn dated(&self, key: &PageKey, page: CachedPage) -> CachedPage {
        if !key.is_storable() || !page.is_storable() {
            return page;
        }
        let mut entries = self.lock();
        let (page, asked) = match entries.known.get(key) {
            Some(Known { etag, modified, asked }) => (page.after(etag, *modified), asked.clone()),
            None => (page, Asked::default()),
        };
        if entries.known.len() >= MAX_KNOWN {
            entries.known.clear();
        }
        let known =
            Known { etag: page.etag(Encoding::Plain), modified: page.modified(), asked: asked.clone() };
        entries.known.insert(key.clone(), known);
        page.counted(asked)
    }

    /// Returns whether such a page has been shown before.
    pub(super) fn knows(&self, key: &PageKey) -> bool {
        self.lock().known.contains_key(key)
    }

    /// Returns the keys of the pages that were asked for most, with the most often asked first, and lets what was counted
    /// fade.
    pub(super) fn most_asked(&self, number: usize) -> Vec<PageKey> {
        let entries = self.lock();
        let mut asked: Vec<_> = entries.known.iter().map(|(key, known)| (known.asked.times(), key)).collect();
        asked.retain(|(times, _)| *times > 0);
        asked.sort_unstable_by(|one, other| {
            other.0.cmp(&one.0).then_with(|| one.1.as_str().cmp(other.1.as_str()))
        });
        let most = asked.into_iter().take(number).map(|(_, key)| key.clone()).collect();
        entries.known.values().for_each(|known| known.asked.fade());
        most
    }

    /// Takes all pages out.
    pub(super) fn take_all(&self) -> Vec<(PageKey, Arc<CachedPage>)> {
        let mut entries = self.lock();
        entries.bytes = 0;
        entries.by_key.drain().map(|(key, entry)| (key, entry.page)).collect()
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
    fn the_pages_that_are_asked_for_most_are_known_across_renderings_and_fade() {
        let lru = Lru::default();
        let asked = |number: usize, times: usize| {
            let page = lru.dated(&key(number), CachedPage::clone(&page(20)));
            (0..times).for_each(|_| page.was_given());
        };
        (1..=4).for_each(|number| asked(number, number));
        asked(2, 3);
        asked(5, 0);
        assert!(lru.knows(&key(5)) && !lru.knows(&key(6)));
        assert_eq!(lru.most_asked(3), [key(2), key(4), key(3)]);
        asked(1, 3);
        assert_eq!(lru.most_asked(1), [key(1)], "what is read today counts more");
    }

    #[test]
    fn a_page_takes_the_place_of_another_only_while_that_is_there() {
        let lru = Lru::default();
        let (first, second) = (page(20), page(20));
        lru.insert(key(1), Arc::clone(&first), NOW);
        let longer = || {
            let body = Bytes::from_static(b"a longer text");
            CachedPage::uncompressed(RenderedPage::ok(body, NOW, UnixMillis(20)))
        };
        lru.replace(&second, longer());
        assert!(Arc::ptr_eq(&lru.get(&key(1), NOW).unwrap(), &first));
        lru.replace(&first, longer());
        assert_eq!(lru.get(&key(1), NOW).unwrap().body(Encoding::Plain), "a longer text");
        assert_eq!(lru.lock().bytes, longer().size());
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
