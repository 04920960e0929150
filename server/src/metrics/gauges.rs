//! What is looked up when somebody asks for it.

use app::calendar::store::count_open_doors;
use app::state::AppState;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use super::process;
use crate::log;

/// Numbers as they were when somebody asked last.
pub(super) struct Gauges {
    open_doors: Gauge,
    database_bytes: Gauge,
    errors: Gauge,
    last_error: Gauge,
    last_backup: Gauge,
    unanswered_caches: Gauge,
    memory_bytes: Gauge,
    open_files: Gauge,
}

impl Gauges {
    /// Names the numbers; those of the process as all programs name them.
    pub(super) fn register(registry: &mut Registry) -> Self {
        let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("guldkorn_build", "The version of the program", version);
        let mut gauge = |name: &str, help: &str| {
            let gauge: Gauge = Gauge::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        Self {
            open_doors: gauge("guldkorn_open_doors", "Doors of published calendars that are open now"),
            database_bytes: gauge("guldkorn_database_bytes", "Size of the database"),
            errors: gauge("guldkorn_logged_errors", "Errors in the log since the start"),
            last_error: gauge(
                "guldkorn_last_error_timestamp_seconds",
                "When the log had its last error, 0 for none since the start",
            ),
            last_backup: gauge(
                "guldkorn_last_backup_timestamp_seconds",
                "When the newest nightly backup was made, 0 for none",
            ),
            unanswered_caches: gauge(
                "guldkorn_unanswered_caches",
                "Caches in front that have not answered since the last change, and may show what was there before",
            ),
            memory_bytes: gauge("process_resident_memory_bytes", "Memory in use"),
            open_files: gauge("process_open_fds", "Open files and connections"),
        }
    }
}

/// Looks all numbers up. One that cannot be read keeps what it was: the error is in the log.
pub(super) async fn refresh(gauges: &Gauges, state: &AppState) {
    let now = state.clock.now_millis();
    set(&gauges.open_doors, count_open_doors(state.db.reader(), now).await);
    set(&gauges.database_bytes, state.db.bytes().await);
    set(&gauges.last_backup, last_backup(state).await);
    let unanswered = state.shared_caches.unanswered(state.db.generation()).len();
    gauges.unanswered_caches.set(i64::try_from(unanswered).unwrap_or(i64::MAX));
    let errors = log::errors();
    gauges.errors.set(errors.count);
    gauges.last_error.set(errors.last_second);
    if let Some(bytes) = process::resident_bytes() {
        gauges.memory_bytes.set(bytes);
    }
    if let Some(files) = process::open_files() {
        gauges.open_files.set(files);
    }
}

/// Returns when the server made its newest backup, in seconds since 1970.
async fn last_backup(state: &AppState) -> Result<i64, sqlx::Error> {
    let status = app::backups::status(state.db.reader()).await?;
    Ok(status.succeeded_at.map_or(0, |at| at.0.div_euclid(1000)))
}

fn set(gauge: &Gauge, value: Result<i64, sqlx::Error>) {
    match value {
        Ok(value) => _ = gauge.set(value),
        Err(error) => tracing::warn!(%error, "a number for the metrics could not be read"),
    }
}
