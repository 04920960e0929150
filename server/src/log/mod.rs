//! The log: one line per event on standard error.

mod repeats;

use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicI64, Ordering};

use app::time::Clock;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer};

use self::repeats::Repeats;
use crate::cli::LogFormat;

/// The log is the process's, so its errors are, too.
static ERRORS: AtomicI64 = AtomicI64::new(0);
static LAST_ERROR: AtomicI64 = AtomicI64::new(0);

/// Starts the log. `RUST_LOG` filters it; without that, it holds what `usual_filter` lets pass.
pub fn start(format: LogFormat, usual_filter: &str) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual_filter));
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let lines = match format {
        LogFormat::Text => lines.with_target(false).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).boxed(),
    };
    let lines = lines.with_filter(Repeats::default());
    let log = tracing_subscriber::registry().with(filter).with(lines).with(ErrorCounter);
    if let Err(error) = log.try_init() {
        eprintln!("guldkorn: loggen kunde inte startas: {error}");
    }
    std::panic::set_hook(Box::new(|panic| {
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        let message = panic.payload_as_str().unwrap_or("");
        tracing::error!(location, panic = message, "a bug: the program panicked");
    }));
}

/// The errors of this process.
pub(crate) struct Errors {
    /// How many there were.
    pub(crate) count: i64,
    /// When the last one was, in seconds since 1970; 0 when there was none.
    pub(crate) last_second: i64,
}

/// Returns the errors that the log has had since the start.
pub(crate) fn errors() -> Errors {
    Errors { count: ERRORS.load(Ordering::Relaxed), last_second: LAST_ERROR.load(Ordering::Relaxed) }
}

/// Counts the errors that pass.
struct ErrorCounter;

impl<S: Subscriber> Layer<S> for ErrorCounter {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() == Level::ERROR {
            ERRORS.fetch_add(1, Ordering::Relaxed);
            LAST_ERROR.store(Clock::machine().now().as_second(), Ordering::Relaxed);
        }
    }
}
