//! When doors have to be looked at, and who does it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;

use super::moved_clock::is_held_back;
use super::{fill, letter, store};
use crate::cache::VersionedCache;
use crate::state::AppState;
use crate::time::UnixMillis;

/// How often the task looks, whatever it knows: the clock may be set, and letters wait.
const PERIOD: Duration = Duration::from_mins(1);
/// How long nobody tries again after a failure, in milliseconds: requests do not wait for a full disk one after the other.
const RETRY: i64 = 5_000;

/// When the next door opens of an edition whose reserves are on. What [`fill`] notes need not be a change of the content.
type NextOpening = VersionedCache<Option<UnixMillis>>;

/// Held while doors are filled, with the instant at which that failed last.
#[derive(Clone, Default)]
struct Turn(Arc<Mutex<Option<UnixMillis>>>);

/// Fills what has opened without a text since the last time, and returns when that is done, whoever does it. Stands before
/// every page; costs a look into memory while nothing is due.
pub async fn settle_due(state: &AppState) {
    if !is_due(state).await {
        return;
    }
    let turn = state.extensions.get::<Turn>();
    let mut failed_at = turn.0.lock().await;
    let now = state.clock.now_millis();
    let has_just_failed = failed_at.is_some_and(|at| (0..RETRY).contains(&(now - at)));
    // Somebody else may have done it meanwhile.
    if has_just_failed || !is_due(state).await {
        return;
    }
    let settled = fill::settle(state).await;
    state.extensions.get::<NextOpening>().invalidate();
    *failed_at = match settled {
        Ok(()) => None,
        Err(error) => {
            tracing::error!(%error, "the doors that have opened could not be looked at; it is tried again");
            Some(now)
        }
    };
}

/// Fills doors at their openings and tells of it, until the future is dropped. Ends at once when the time is pretended: what is
/// dealt with is not set back either, or a clock in the past would have doors filled that opened long ago.
pub async fn run(state: AppState) {
    if is_held_back(&state) {
        tell_of_moved_clock(&state).await;
        return;
    }
    if let Err(error) = forget_the_future(&state).await {
        tracing::error!(%error, "the reserves' clock could not be set right");
    }
    loop {
        settle_due(&state).await;
        letter::tell(&state).await;
        let until_next = match next_opening(&state).await {
            Some(at) => u64::try_from(at - state.clock.now_millis()).unwrap_or(0),
            None => u64::MAX,
        };
        // What cannot be written now is not tried a thousand times.
        tokio::time::sleep(Duration::from_millis(until_next.max(1_000)).min(PERIOD)).await;
    }
}

/// Logs that reserves wait, where some are on.
async fn tell_of_moved_clock(state: &AppState) {
    if next_opening(state).await.is_some() {
        tracing::info!("Klockan är flyttad: reserverna fyller inga luckor, för det skulle stå kvar");
    }
}

async fn is_due(state: &AppState) -> bool {
    !is_held_back(state) && next_opening(state).await.is_some_and(|at| at <= state.clock.now_millis())
}

async fn next_opening(state: &AppState) -> Option<UnixMillis> {
    let cached = state.extensions.get::<NextOpening>();
    let version = cached.version(state.db.generation());
    if let Some(next) = cached.get(version) {
        return *next;
    }
    match store::next_opening(state.db.reader()).await {
        Ok(next) => *cached.put(version, next),
        Err(error) => {
            tracing::error!(%error, "it could not be read when the next door opens");
            None
        }
    }
}

/// Lets openings count that were dealt with by a clock which was ahead, as after `--at`.
async fn forget_the_future(state: &AppState) -> Result<(), sqlx::Error> {
    let mut tx = state.db.write_content().await?;
    store::forget_the_future(&mut tx, state.clock.now_millis()).await?;
    tx.commit().await
}
