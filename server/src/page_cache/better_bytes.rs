//! Makes the brotli of pages again, as small as it gets, when it is worth it.
//!
//! That takes thirty times as long as the first one, so nobody waits for it: one thread does it for one page after
//! another, gives way to all others, and ends when none is left.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use super::{CachedPage, PageCache, Snapshot};
use crate::give_way::give_way;

/// How old a page must be, in milliseconds. After an opening everybody comes at once, and while staff save again and again
/// pages are dropped again and again.
const MIN_AGE: i64 = 30_000;
/// For how long a page must still be valid, in milliseconds.
const MIN_LEFT: i64 = 60_000;
/// More than a site in season has pages that are asked for. The others are found again by the next request for them.
const MAX_WAITING: usize = 64;

/// The pages that wait for better bytes.
#[derive(Default)]
pub(super) struct BetterBytes(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    /// What the cache drops meanwhile is not worth it any more.
    pages: VecDeque<Weak<CachedPage>>,
    is_running: bool,
}

impl PageCache {
    /// Sees to better bytes of a page that is asked for again, if they are worth it. They take the page's place in the
    /// cache when they are made.
    pub(crate) fn asked_again(self: &Arc<Self>, page: &Arc<CachedPage>, now: Snapshot) {
        if page.may_be_seen_to() && is_worth_it(page, now) && page.see_to() {
            self.put_in_line(page);
        }
    }

    fn put_in_line(self: &Arc<Self>, page: &Arc<CachedPage>) {
        let mut waiting = self.better_bytes.lock();
        if waiting.pages.len() >= MAX_WAITING {
            return page.leave();
        }
        waiting.pages.push_back(Arc::downgrade(page));
        if waiting.is_running {
            return;
        }
        waiting.is_running = true;
        drop(waiting);
        let cache = Arc::clone(self);
        if let Err(error) = std::thread::Builder::new().name("brotli".into()).spawn(move || cache.work()) {
            tracing::warn!(%error, "pages are not compressed again");
            self.better_bytes.stop();
        }
    }

    fn work(&self) {
        give_way();
        let _running = Running(&self.better_bytes);
        while let Some(page) = self.better_bytes.next() {
            let better = page.upgrade().and_then(|page| Some((page.recompressed()?, page)));
            if let Some((better, page)) = better {
                self.lru.replace(&page, better);
            }
        }
    }
}

impl BetterBytes {
    /// Returns the page whose turn it is. After the last one the thread is over, and the next page begins another.
    fn next(&self) -> Option<Weak<CachedPage>> {
        let mut waiting = self.lock();
        let next = waiting.pages.pop_front();
        waiting.is_running = next.is_some();
        next
    }

    fn stop(&self) {
        let mut waiting = self.lock();
        waiting.is_running = false;
        waiting.pages.clear();
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A thread at work: if a page breaks it, the next page begins another.
struct Running<'a>(&'a BetterBytes);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

/// Whether a page lives long enough for others to have something of it.
fn is_worth_it(page: &CachedPage, now: Snapshot) -> bool {
    now.millis - page.rendered_at() >= MIN_AGE && page.lifetime_at(now) >= MIN_LEFT
}

#[cfg(test)]
mod tests {
    use std::thread::yield_now;

    use app::time::UnixMillis;
    use bytes::Bytes;

    use super::*;
    use crate::page_cache::{Encoding, PageKey};
    use crate::render::RenderedPage;

    const UNTIL: i64 = 1_000_000;

    fn at(millis: i64) -> Snapshot {
        Snapshot { millis: UnixMillis(millis), generation: 0 }
    }

    fn page() -> CachedPage {
        let text = Bytes::from_static(include_bytes!("better_bytes.rs"));
        CachedPage::compressed(RenderedPage::ok(text, at(0), UnixMillis(UNTIL)))
    }

    fn key(number: usize) -> PageKey {
        PageKey::cacheable(&format!("/sida-{number}").parse().unwrap()).unwrap()
    }

    #[test]
    fn a_page_gets_better_bytes_once_it_is_old_enough_and_while_it_has_time_left() {
        for (millis, is_worth) in [
            (0, false),
            (29_999, false),
            (30_000, true),
            (UNTIL - 60_000, true),
            (UNTIL - 59_999, false),
            (-1, false),
        ] {
            assert_eq!(is_worth_it(&page(), at(millis)), is_worth, "{millis}");
        }
    }

    #[test]
    fn the_better_bytes_take_the_pages_place() {
        let cache = Arc::new(PageCache::default());
        for number in 0..3 {
            cache.lru.insert(key(number), Arc::new(page()), at(0));
        }
        let quick = cache.lru.get(&key(1), at(0)).unwrap();
        cache.asked_again(&quick, at(1000));
        assert!(quick.may_be_seen_to(), "too early");
        cache.asked_again(&quick, at(30_000));
        cache.asked_again(&quick, at(30_001));
        let better = loop {
            match cache.lru.get(&key(1), at(30_000)).unwrap() {
                page if Arc::ptr_eq(&page, &quick) => yield_now(),
                page => break page,
            }
        };
        assert!(better.body(Encoding::Brotli).len() < quick.body(Encoding::Brotli).len());
        cache.asked_again(&better, at(30_000));
        assert!(cache.better_bytes.lock().pages.is_empty(), "it does not get better than that");
        let others = [0, 2].map(|number| cache.lru.get(&key(number), at(0)).unwrap());
        assert!(others.iter().all(|page| page.may_be_seen_to()));
    }

    #[test]
    fn what_is_too_much_waits_for_another_request() {
        let cache = Arc::new(PageCache::default());
        cache.better_bytes.lock().is_running = true;
        let pages: Vec<_> = (0..=MAX_WAITING).map(|_| Arc::new(page())).collect();
        for page in &pages {
            cache.asked_again(page, at(30_000));
        }
        assert_eq!(cache.better_bytes.lock().pages.len(), MAX_WAITING);
        let are_waiting = pages.iter().filter(|page| !page.may_be_seen_to()).count();
        assert_eq!(are_waiting, MAX_WAITING);
    }
}
