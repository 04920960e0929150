//! The one clock. Nothing else in the product asks the machine for the time of day.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::UnixMillis;
use jiff::{SignedDuration, Timestamp};

/// Tells the time: the machine's, moved to a chosen start (`--at`), or set by a test. Cheap to clone.
#[derive(Clone)]
pub struct Clock(Arc<Kind>);

enum Kind {
    Machine,
    /// Started at an instant of our choice, and running from there by the machine's monotonic clock.
    Moved {
        start: Timestamp,
        since: Instant,
    },
    /// Stands still until a test sets it.
    Set(Mutex<Timestamp>),
}

impl Clock {
    /// The machine's clock.
    pub fn machine() -> Self {
        Self(Arc::new(Kind::Machine))
    }

    /// A clock that shows `start` now, and runs.
    pub fn moved(start: Timestamp) -> Self {
        Self(Arc::new(Kind::Moved { start, since: Instant::now() }))
    }

    /// A clock that shows `at` until [`set`](Self::set), for tests.
    pub fn fixed(at: Timestamp) -> Self {
        Self(Arc::new(Kind::Set(Mutex::new(at))))
    }

    /// Sets a standing clock; the others go their own way.
    pub fn set(&self, at: Timestamp) {
        if let Kind::Set(time) = &*self.0 {
            *time.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        match &*self.0 {
            Kind::Machine => Timestamp::now(),
            Kind::Moved { start, since } => {
                let gone = SignedDuration::try_from(since.elapsed()).unwrap_or(SignedDuration::MAX);
                start.saturating_add(gone).unwrap_or(Timestamp::MAX)
            }
            Kind::Set(time) => *time.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// What time it is, in milliseconds UTC, as the database counts.
    pub fn now_millis(&self) -> UnixMillis {
        self.now().into()
    }

    /// Whether the time shown is not the machine's, which every page then says.
    pub fn is_moved(&self) -> bool {
        matches!(&*self.0, Kind::Moved { .. })
    }
}
