//! Answers that cost much and change seldom, such as how many posts each month has.

use crate::time::UnixMillis;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The last answer, kept while it is true: for one state of the content and for a span of time, both compared each
/// time somebody asks. Cheap to clone.
#[derive(Debug)]
pub struct Cached<T>(Arc<Mutex<Last<T>>>);

type Last<T> = Option<(Span, Arc<T>)>;

/// When an answer is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The generation of the content.
    pub generation: u64,
    /// The first instant, in milliseconds UTC.
    pub from: UnixMillis,
    /// The first instant at which it is no longer true.
    pub until: UnixMillis,
}

impl<T> Cached<T> {
    /// The answer, if there is one that is true of this state of the content at this instant.
    pub fn get(&self, generation: u64, now: UnixMillis) -> Option<Arc<T>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (span, answer) = kept.as_ref()?;
        let is_true = span.generation == generation && (span.from..span.until).contains(&now);
        is_true.then(|| Arc::clone(answer))
    }

    /// Keeps an answer instead of the one before.
    pub fn put(&self, span: Span, answer: T) -> Arc<T> {
        let answer = Arc::new(answer);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((span, Arc::clone(&answer)));
        answer
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
        let span = Span { generation: version, from: UnixMillis::MIN, until: UnixMillis::MAX };
        self.result.put(span, result)
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

    #[test]
    fn an_answer_holds_for_its_content_and_its_time() {
        let kept = Cached::default();
        kept.put(Span { generation: 3, from: UnixMillis(10), until: UnixMillis(20) }, "svar");
        for (generation, now, holds) in
            [(3, 10, true), (3, 19, true), (3, 9, false), (3, 20, false), (4, 10, false)]
        {
            assert_eq!(kept.get(generation, UnixMillis(now)).is_some(), holds, "{generation} {now}");
        }
    }
}
