//! Where finished pages are kept: bounded in number and bytes, the longest unused goes first.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Moment, Page, PageKey};

const MOST_PAGES: usize = 1000;
const MOST_BYTES: usize = 24 * 1024 * 1024;

#[derive(Default)]
pub(super) struct Lru(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    pages: HashMap<PageKey, Place>,
    /// The weight of all pages together.
    bytes: usize,
    /// Counts uses, as a clock for "longest unused".
    uses: u64,
}

struct Place {
    page: Arc<Page>,
    last_use: u64,
}

impl Lru {
    /// The page at an address, if it holds at a moment.
    pub(super) fn get(&self, address: &PageKey, at: Moment) -> Option<Arc<Page>> {
        let mut kept = self.lock();
        kept.uses += 1;
        let uses = kept.uses;
        let place = kept.pages.get_mut(address).filter(|place| place.page.holds(at))?;
        place.last_use = uses;
        Some(Arc::clone(&place.page))
    }

    /// Keeps a page if it holds at a moment, and lets go of those that do not.
    pub(super) fn put(&self, address: PageKey, page: Arc<Page>, at: Moment) {
        let mut kept = self.lock();
        kept.pages.retain(|_, place| place.page.holds(at));
        kept.bytes = kept.pages.values().map(|place| place.page.weight()).sum();
        if !page.holds(at) || page.weight() > MOST_BYTES {
            return;
        }
        while kept.pages.len() >= MOST_PAGES || kept.bytes + page.weight() > MOST_BYTES {
            kept.drop_longest_unused();
        }
        kept.uses += 1;
        kept.bytes += page.weight();
        let place = Place { page, last_use: kept.uses };
        if let Some(old) = kept.pages.insert(address, place) {
            kept.bytes -= old.page.weight();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn drop_longest_unused(&mut self) {
        let oldest =
            self.pages.iter().min_by_key(|(_, place)| place.last_use).map(|(address, _)| address.clone());
        match oldest.and_then(|address| self.pages.remove(&address)) {
            Some(place) => self.bytes -= place.page.weight(),
            None => self.bytes = 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, StatusCode};

    use app::time::UnixMillis;

    use super::*;

    const NOW: Moment = Moment { millis: UnixMillis(10), generation: 0 };

    fn address(number: usize) -> PageKey {
        PageKey::shared(&format!("/sida-{number}").parse().unwrap()).unwrap()
    }

    fn page(until: UnixMillis) -> Arc<Page> {
        Arc::new(Page::finish(StatusCode::OK, HeaderMap::new(), Bytes::from_static(b"x"), NOW, until))
    }

    #[test]
    fn the_longest_unused_page_goes_first() {
        let shelf = Lru::default();
        for number in 0..MOST_PAGES {
            shelf.put(address(number), page(UnixMillis(20)), NOW);
        }
        assert!(shelf.get(&address(0), NOW).is_some());
        shelf.put(address(MOST_PAGES), page(UnixMillis(20)), NOW);
        assert!(shelf.get(&address(0), NOW).is_some());
        assert!(shelf.get(&address(1), NOW).is_none());
        let kept = shelf.lock();
        assert_eq!(kept.pages.len(), MOST_PAGES);
        assert_eq!(kept.bytes, kept.pages.values().map(|place| place.page.weight()).sum::<usize>());
    }

    #[test]
    fn what_no_longer_holds_is_let_go() {
        let shelf = Lru::default();
        shelf.put(address(1), page(UnixMillis(20)), NOW);
        let later = Moment { millis: UnixMillis(20), ..NOW };
        assert!(shelf.get(&address(1), later).is_none());
        shelf.put(address(2), page(UnixMillis(30)), later);
        shelf.put(address(3), page(UnixMillis(20)), later);
        assert_eq!(shelf.lock().pages.len(), 1);
    }
}
