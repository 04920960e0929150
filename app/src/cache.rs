//! What rooms keep in memory: results that cost much and change seldom, and one typed place for each.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::time::UnixMillis;

/// The last result of something expensive, valid for one generation of the content and a span of time; both are
/// compared at each use. Clones share it.
#[derive(Debug)]
pub struct Cached<T>(Arc<Mutex<Option<Entry<T>>>>);

#[derive(Debug)]
struct Entry<T> {
    validity: Validity,
    value: Arc<T>,
}

/// When a cached value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// Generation of the content that it was made from.
    pub generation: u64,
    /// First instant at which it holds.
    pub from: UnixMillis,
    /// First instant at which it holds no longer.
    pub until: UnixMillis,
}

impl<T> Cached<T> {
    /// Returns the value if it holds for a generation of the content at an instant.
    pub fn get(&self, generation: u64, now: UnixMillis) -> Option<Arc<T>> {
        let cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Entry { validity, value } = cached.as_ref()?;
        let is_valid = validity.generation == generation && (validity.from..validity.until).contains(&now);
        is_valid.then(|| Arc::clone(value))
    }

    /// Replaces the value.
    pub fn put(&self, validity: Validity, value: T) -> Arc<T> {
        let value = Arc::new(value);
        let entry = Entry { validity, value: Arc::clone(&value) };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(entry);
        value
    }
}

impl<T> Clone for Cached<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Cached<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

/// Values that rooms keep in memory, one per type, so that the state need not know the rooms above it. Clones share
/// them.
#[derive(Clone, Default)]
pub struct Extensions(Arc<Mutex<HashMap<TypeId, Box<dyn Any + Send>>>>);

impl Extensions {
    /// Returns the value of a type, made by [`Default`] when it is asked for the first time. Clones of the value must
    /// share what they hold, as those of [`Cached`] do.
    pub fn get<T: Clone + Default + Send + 'static>(&self) -> T {
        let mut values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let value = values.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
        value.downcast_ref::<T>().cloned().unwrap_or_default()
    }
}

/// The last result of what drafts change as well, of which the content's generation knows nothing: valid for one
/// generation, until [`invalidate`](Self::invalidate) is called. Cheap to clone.
#[derive(Debug)]
pub struct VersionedCache<T> {
    result: Cached<T>,
    invalidations: Arc<AtomicU64>,
}

impl<T> VersionedCache<T> {
    /// Returns the version of what is cached, to be read before the result is computed: a change meanwhile makes that
    /// result outdated at once. Both counters only grow, so their sum names one state of both.
    pub fn version(&self, generation: u64) -> u64 {
        generation + self.invalidations.load(Ordering::Acquire)
    }

    /// Returns the result, if there is one of this version.
    pub fn get(&self, version: u64) -> Option<Arc<T>> {
        self.result.get(version, UnixMillis(0))
    }

    /// Replaces the result.
    pub fn put(&self, version: u64, result: T) -> Arc<T> {
        let validity = Validity { generation: version, from: UnixMillis::MIN, until: UnixMillis::MAX };
        self.result.put(validity, result)
    }

    /// Makes the result outdated.
    pub fn invalidate(&self) {
        self.invalidations.fetch_add(1, Ordering::AcqRel);
    }
}

impl<T> Clone for VersionedCache<T> {
    fn clone(&self) -> Self {
        Self { result: self.result.clone(), invalidations: Arc::clone(&self.invalidations) }
    }
}

impl<T> Default for VersionedCache<T> {
    fn default() -> Self {
        Self { result: Cached::default(), invalidations: Arc::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNTIL_20: Validity = Validity { generation: 3, from: UnixMillis(10), until: UnixMillis(20) };

    #[test]
    fn a_value_holds_for_its_content_and_its_time() {
        let cached = Cached::default();
        cached.put(UNTIL_20, "svar");
        for (generation, now, holds) in
            [(3, 10, true), (3, 19, true), (3, 9, false), (3, 20, false), (4, 10, false)]
        {
            assert_eq!(cached.get(generation, UnixMillis(now)).is_some(), holds, "{generation} {now}");
        }
    }

    #[test]
    fn each_type_has_one_value_that_clones_share() {
        let extensions = Extensions::default();
        extensions.clone().get::<Cached<u8>>().put(UNTIL_20, 7);
        assert_eq!(extensions.get::<Cached<u8>>().get(3, UnixMillis(10)).as_deref(), Some(&7));
        assert!(extensions.get::<Cached<u16>>().get(3, UnixMillis(10)).is_none(), "another type");
        assert!(Extensions::default().get::<Cached<u8>>().get(3, UnixMillis(10)).is_none(), "another state");
    }
}
