//! The caches in front of the site, and which of them do not know yet that something has changed.
//!
//! The server tells them (`server/src/purge`); the dashboard and `/metrics` say who has not answered. Nothing of it is
//! stored: each start tells all of them, whatever they knew before.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::time::UnixMillis;

/// The caches in front of the site, in the order of the settings. Cheap to clone; clones share what is known.
#[derive(Clone, Default)]
pub struct SharedCaches(Arc<[SharedCache]>);

struct SharedCache {
    name: String,
    told: Mutex<Told>,
}

/// What one of them has been told.
#[derive(Debug, Clone, Default)]
struct Told {
    /// The newest generation of the content that it has answered for; none since the start.
    generation: Option<u64>,
    /// When a change was first noticed for which there is no answer yet.
    since: Option<UnixMillis>,
    /// Why the last attempt failed.
    failure: Option<String>,
}

/// A cache that has not answered for the newest content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Its host and port.
    pub name: String,
    /// Since when it may show what was there before; none while that was not noticed, a moment ago.
    pub since: Option<UnixMillis>,
    /// Why it was not reached; none while the first attempt is under way.
    pub failure: Option<String>,
}

impl SharedCaches {
    /// Takes the names of the caches, of which none has been told anything yet.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().map(|name| SharedCache { name, told: Mutex::default() }).collect())
    }

    /// Returns whether there are any.
    pub fn is_any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Notes that a cache has to be told of a change, unless it waits for another one already.
    pub fn begin(&self, number: usize, now: UnixMillis) {
        self.change(number, |told| _ = told.since.get_or_insert(now));
    }

    /// Notes that a cache did not answer, and why; true if it is the first time since it last did.
    pub fn fail(&self, number: usize, failure: &str) -> bool {
        let mut is_first = false;
        self.change(number, |told| {
            told.generation = None;
            is_first = told.failure.replace(failure.to_owned()).is_none();
        });
        is_first
    }

    /// Notes that a cache has answered for a generation of the content; true if it had failed before.
    pub fn answer(&self, number: usize, generation: u64) -> bool {
        let mut had_failed = false;
        self.change(number, |told| {
            had_failed = told.failure.is_some();
            *told = Told { generation: Some(generation), ..Told::default() };
        });
        had_failed
    }

    /// Returns the caches that have not answered for this generation of the content.
    pub fn unanswered(&self, generation: u64) -> Vec<Unanswered> {
        let unanswered = |cache: &SharedCache| {
            let Told { generation: known, since, failure } = cache.told().clone();
            (known != Some(generation)).then(|| Unanswered { name: cache.name.clone(), since, failure })
        };
        self.0.iter().filter_map(unanswered).collect()
    }

    fn change(&self, number: usize, change: impl FnOnce(&mut Told)) {
        if let Some(cache) = self.0.get(number) {
            change(&mut cache.told());
        }
    }
}

impl SharedCache {
    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cache_is_unanswered_from_the_change_to_its_answer() {
        let caches = SharedCaches::new(["a:1".to_owned(), "b:1".to_owned()]);
        let names = |generation| {
            let unanswered = caches.clone().unanswered(generation);
            unanswered.into_iter().map(|cache| cache.name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(0), "a:1 b:1", "nobody knows what they show after a start");
        assert!(!caches.answer(0, 0));
        assert_eq!(names(0), "b:1");
        assert_eq!(names(1), "a:1 b:1", "at once, before anybody has noticed the change");
        caches.answer(1, 1);
        caches.answer(0, 1);
        assert_eq!(names(1), "");
    }

    #[test]
    fn the_first_change_and_the_last_reason_are_told() {
        let caches = SharedCaches::new(["a:1".to_owned()]);
        caches.begin(0, UnixMillis(10));
        assert!(caches.fail(0, "svarar inte"));
        caches.begin(0, UnixMillis(20));
        assert!(!caches.fail(0, "svarade 500"));
        let unanswered = caches.unanswered(2);
        assert_eq!(unanswered[0].since, Some(UnixMillis(10)));
        assert_eq!(unanswered[0].failure.as_deref(), Some("svarade 500"));
        assert!(caches.answer(0, 2));
        caches.begin(0, UnixMillis(30));
        assert_eq!(
            (caches.unanswered(3)[0].since, caches.fail(0, "svarar inte")),
            (Some(UnixMillis(30)), true)
        );
    }

    #[test]
    fn without_caches_nothing_is_unanswered() {
        let none = SharedCaches::default();
        assert!(!none.is_any() && none.unanswered(7).is_empty());
        none.begin(0, UnixMillis(1));
        assert!(!none.answer(0, 1));
    }
}
