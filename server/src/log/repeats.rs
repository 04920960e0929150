//! Keeps what goes on and on from filling the log: while the disk is full, every request fails in the same words.

use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::fmt;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tracing::field::{Field, Visit};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Filter};

/// How long a line holds.
const PERIOD: Duration = Duration::from_mins(1);
/// How many lines are remembered; with more than that they are all written again.
const MOST: usize = 1000;

/// Lets each warning and each error pass once a minute. Two are the same when all that they say is the same; the request
/// that they belong to is no part of it.
#[derive(Debug, Default)]
pub(super) struct Repeats(Mutex<HashMap<u64, Instant>>);

impl Repeats {
    /// Returns whether these words, by their hash, were said less than a minute ago, and remembers them otherwise.
    fn is_repeated(&self, words: u64, now: Instant) -> bool {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if said.len() >= MOST {
            said.clear();
        }
        match said.entry(words) {
            Entry::Occupied(at) if now.duration_since(*at.get()) < PERIOD => true,
            entry => {
                entry.insert_entry(now);
                false
            }
        }
    }
}

impl<S: Subscriber> Filter<S> for Repeats {
    fn enabled(&self, _: &Metadata<'_>, _: &Context<'_, S>) -> bool {
        true
    }

    fn event_enabled(&self, event: &Event<'_>, _: &Context<'_, S>) -> bool {
        *event.metadata().level() > Level::WARN || !self.is_repeated(Words::hash(event), Instant::now())
    }
}

/// What an event says.
struct Words(DefaultHasher);

impl Words {
    fn hash(event: &Event<'_>) -> u64 {
        let mut words = Self(DefaultHasher::new());
        event.metadata().callsite().hash(&mut words.0);
        event.record(&mut words);
        words.0.finish()
    }
}

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        (field.index(), format!("{value:?}")).hash(&mut self.0);
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Arc;

    use tracing_subscriber::Layer as _;
    use tracing_subscriber::layer::SubscriberExt as _;

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn the_same_error_is_written_once_and_another_one_too() {
        let written = Written::default();
        let to = written.clone();
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(move || to.clone());
        let log = tracing_subscriber::registry().with(lines.with_filter(Repeats::default()));
        tracing::subscriber::with_default(log, || {
            for turn in 0..1000 {
                let _request = tracing::error_span!("request", id = turn).entered();
                tracing::error!(error = "the disk is full", "database error");
                tracing::warn!(error = %(turn % 2), "cannot accept a connection");
                tracing::info!("request");
            }
        });
        let written = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
        assert_eq!(written.matches("database error").count(), 1);
        assert_eq!(written.matches("cannot accept").count(), 2);
        assert_eq!(written.matches(" INFO ").count(), 1000);
    }

    #[test]
    fn what_goes_on_is_said_again_after_a_minute() {
        let (repeats, start) = (Repeats::default(), Instant::now());
        let said = |seconds| repeats.is_repeated(7, start + Duration::from_secs(seconds));
        assert_eq!([0, 1, 59, 60, 61].map(said), [false, true, true, false, true]);
    }
}
