//! The numbers in memory.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;

use crate::ids::PostId;

/// A text and a day.
type Key = (PostId, Date);

/// Counts readings until they are written. Clones count together.
#[derive(Debug, Clone, Default)]
pub struct ReadCounts(Arc<Mutex<HashMap<Key, ReadCounter>>>);

/// Counts the readings of one text on one day. Whoever holds it counts without a lock.
#[derive(Debug, Clone, Default)]
pub struct ReadCounter(Arc<AtomicU64>);

impl ReadCounter {
    /// Counts a reading.
    pub fn count(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl ReadCounts {
    /// Returns the counter of a text on a day.
    pub fn counter(&self, post: PostId, day: Date) -> ReadCounter {
        self.lock().entry((post, day)).or_default().clone()
    }

    /// Takes out what has been counted, the days of a text in their order.
    pub(super) fn take(&self) -> Taken {
        let mut numbers = Vec::new();
        self.lock().retain(|key, ReadCounter(counter)| {
            // A counter that nobody else holds gets nothing any more, and all that it got is seen here.
            let (number, is_held) = match Arc::get_mut(counter) {
                Some(counter) => (std::mem::take(counter.get_mut()), false),
                None => (counter.swap(0, Ordering::Relaxed), true),
            };
            if number > 0 {
                numbers.push((*key, number));
            }
            is_held
        });
        numbers.sort_unstable();
        Taken { numbers, from: self.clone() }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, ReadCounter>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Numbers that were taken out to be written. They are put back when it is dropped before they were.
pub(super) struct Taken {
    numbers: Vec<(Key, u64)>,
    from: ReadCounts,
}

impl Taken {
    pub(super) fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Returns texts and days with their numbers.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (PostId, Date, i64)> {
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        self.numbers.iter().map(move |((post, day), taken)| (*post, *day, number(*taken)))
    }

    /// Forgets the numbers: they are written, or are not to be.
    pub(super) fn forget(mut self) {
        self.numbers.clear();
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        for ((post, day), number) in self.numbers.drain(..) {
            self.from.counter(post, day).0.fetch_add(number, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn taken(counts: &ReadCounts) -> Vec<(PostId, Date, i64)> {
        let taken = counts.take();
        let numbers = taken.numbers().collect();
        taken.forget();
        numbers
    }

    #[test]
    fn what_is_taken_is_counted_once() {
        let counts = ReadCounts::default();
        let day = date(2026, 12, 7);
        let counter = counts.clone().counter(PostId(7), day);
        counter.count();
        counts.counter(PostId(7), day).count();
        counts.counter(PostId(8), day).count();
        assert_eq!(taken(&counts), [(PostId(7), day, 2), (PostId(8), day, 1)]);
        assert_eq!(counts.lock().len(), 1, "only a page that is cached holds its counter");
        counter.count();
        assert_eq!(taken(&counts), [(PostId(7), day, 1)]);
        drop(counter);
        assert_eq!(taken(&counts), []);
        assert_eq!(counts.lock().len(), 0);
    }

    #[test]
    fn what_was_not_written_is_counted_on() {
        let counts = ReadCounts::default();
        let day = date(2026, 12, 7);
        counts.counter(PostId(7), day).count();
        let failed = counts.take();
        counts.counter(PostId(7), day).count();
        drop(failed);
        assert_eq!(taken(&counts), [(PostId(7), day, 2)]);
    }

    #[test]
    fn many_count_at_the_same_time_and_none_is_lost() {
        let counts = ReadCounts::default();
        let day = date(2026, 12, 7);
        let mut total = 0;
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..10_000).for_each(|_| counts.counter(PostId(7), day).count()));
            }
            for _ in 0..100 {
                total += taken(&counts).iter().map(|(.., number)| number).sum::<i64>();
            }
        });
        total += taken(&counts).iter().map(|(.., number)| number).sum::<i64>();
        assert_eq!(total, 40_000);
    }
}
