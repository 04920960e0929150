//! The clock. Nothing else in the program asks the machine for the time of day.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

use super::UnixMillis;

/// A source of the time: the machine's clock, one moved to a chosen start (`--at`), or one that a test sets. Cheap to
/// clone; clones share their time.
#[derive(Clone)]
pub struct Clock(Arc<Kind>);

enum Kind {
    Machine,
    /// Runs from a chosen instant on, by the machine's monotonic clock.
    Moved {
        start: Timestamp,
        since: Instant,
    },
    /// Stands still until a test sets it.
    Set(Mutex<Timestamp>),
    /// Stands still for good, as another clock will be one day.
    Standing {
        at: Timestamp,
        is_moved: bool,
    },
}

impl Clock {
    /// Returns the machine's clock.
    pub fn machine() -> Self {
        Self(Arc::new(Kind::Machine))
    }

    /// Returns a clock that shows `start` now, and runs.
    pub fn moved(start: Timestamp) -> Self {
        Self(Arc::new(Kind::Moved { start, since: Instant::now() }))
    }

    /// Returns a clock that shows `at` until [`set`](Self::set), for tests.
    pub fn fixed(at: Timestamp) -> Self {
        Self(Arc::new(Kind::Set(Mutex::new(at))))
    }

    /// Returns a clock that stands still where this one will be at an instant.
    #[must_use]
    pub fn standing_at(&self, at: Timestamp) -> Self {
        Self(Arc::new(Kind::Standing { at, is_moved: self.is_moved() }))
    }

    /// Sets a [`fixed`](Self::fixed) clock; does nothing to others.
    pub fn set(&self, at: Timestamp) {
        if let Kind::Set(time) = &*self.0 {
            *time.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }

    /// Returns the present instant.
    pub fn now(&self) -> Timestamp {
        match &*self.0 {
            Kind::Machine => Timestamp::now(),
            Kind::Moved { start, since } => {
                let elapsed = SignedDuration::try_from(since.elapsed()).unwrap_or(SignedDuration::MAX);
                start.saturating_add(elapsed).unwrap_or(Timestamp::MAX)
            }
            Kind::Set(time) => *time.lock().unwrap_or_else(PoisonError::into_inner),
            Kind::Standing { at, .. } => *at,
        }
    }

    /// Returns the present instant as the database counts it.
    pub fn now_millis(&self) -> UnixMillis {
        self.now().into()
    }

    /// Whether the clock was moved by `--at`, about which every page then has a notice.
    pub fn is_moved(&self) -> bool {
        matches!(&*self.0, Kind::Moved { .. } | Kind::Standing { is_moved: true, .. })
    }
}
