//! Writing the numbers: every few minutes, and when the server stops. What a crash may lose is what was counted since.

use std::time::Duration;

use tokio::time::MissedTickBehavior;

use super::{ReadCounts, first_open_day, store};
use crate::state::AppState;

/// How often the numbers are written.
pub const PERIOD: Duration = Duration::from_mins(5);

/// Writes the numbers once per [`PERIOD`], until the future is dropped.
pub async fn run(state: AppState) {
    let mut ticks = tokio::time::interval(PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        write(&state).await;
    }
}

/// Writes what has been counted, in one transaction of which readers see nothing. What cannot be written is counted on. A
/// clock that was moved by `--at` writes nothing: its days are pretended
/// (`docs/decisions/0037-a-pretended-time-changes-nothing-that-stays.md`).
pub async fn write(state: &AppState) {
    let taken = state.extensions.get::<ReadCounts>().take();
    if taken.is_empty() {
        return;
    }
    if state.clock.is_moved() {
        return taken.forget();
    }
    let now = state.clock.now_millis();
    let written = async {
        let mut tx = state.db.write_quietly().await?;
        for (post, day, number) in taken.numbers() {
            store::add(&mut tx, post, day.max(first_open_day(now)), number, now).await?;
        }
        tx.commit().await
    };
    if let Err(error) = written.await {
        tracing::error!(%error, "the numbers of readings could not be written: they are counted on");
        return;
    }
    taken.forget();
}
