//! Deleting for good what is no longer wanted: hourly, and at every start.
//!
//! Texts in which nobody wrote a word go after a day, others thirty days after they were put into the trash, pictures
//! likewise, and into the trash a year after the last text stopped using them, crops a day after another took their place,
//! messages of the public a year after their answer, and sessions, links and flashes when they have expired. Letters that
//! are due by the clock are sent here, too. What is deleted cannot be brought back, so a run first asks
//! whether the clock can be trusted (`clock_check`). Every step works in small transactions: there is one writer, and
//! people wait for it.

mod clock_check;
mod damage;
mod documents;
mod expired;
mod new_folders;
mod pictures;
mod recordings;
mod retention;
mod store;
mod tones;
mod trash;

#[cfg(test)]
mod tests;

pub use damage::{Damage, look_for_damage};
pub use new_folders::settle;
pub(crate) use retention::declared;

/// Deletes the files of recordings that are not needed any more.
#[cfg(test)]
pub(crate) use recordings::delete_old as delete_old_recordings;

use std::time::Duration;

use tokio::time::MissedTickBehavior;

use crate::error::AppError;
use crate::posts::blank;
use crate::state::AppState;
use crate::{comments, erasure, feedback, moving_in, statement};

/// How often the task runs.
pub const PERIOD: Duration = Duration::from_hours(1);

const DAY: i64 = 24 * 60 * 60_000;

/// Runs the task now and once per period, until the future is dropped. A run that fails is logged; the next one tries
/// again.
pub async fn run(state: AppState, period: Duration) {
    let mut ticks = tokio::time::interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        run_once(&state).await;
    }
}

/// Runs every step once, those that delete only if the clock can be trusted. A step that fails keeps none of the others
/// from running.
async fn run_once(state: &AppState) {
    look_for_damage(state).await;
    feedback::notify(state).await;
    comments::notify(state).await;
    log("reminding of the accessibility statement", statement::remind(state).await);
    // It deletes nothing, so whatever the clock says.
    log("finding tones of pictures", tones::find_missing(state).await);
    // People have decided on it.
    log("erasing what is due", erasure::erase_due(state).await);
    log("writing over what was erased", erasure::overwrite(state).await.map(|_| ()));
    match clock_check::is_trusted(&state.db, &state.clock).await {
        Ok(true) => {}
        Ok(false) => return,
        Err(error) => return log("checking the clock", Err(error.into())),
    }
    log("deleting what has expired", expired::delete(state).await.map_err(Into::into));
    log("deleting blank posts", blank::delete_old(state, state.clock.now_millis()).await.map_err(Into::into));
    log("emptying the trash", trash::empty(state).await.map_err(Into::into));
    log("deleting crops that are out of use", pictures::delete_retired(state).await);
    log("deleting unused pictures", pictures::delete_unused(state).await);
    log("deleting old documents", documents::delete_old(state).await);
    log("deleting old recordings", recordings::delete_old(state).await);
    log("ending imports that somebody has left", moving_in::delete_abandoned(state).await);
    log("deleting files of deleted pictures", pictures::delete_orphaned_files(state).await);
}

fn log(step: &'static str, outcome: Result<(), AppError>) {
    if let Err(error) = outcome {
        tracing::error!(%error, step, "maintenance failed; the next run tries again");
    }
}
