//! What a clock that was moved by `--at` may do.
//!
//! A filled door stays filled, as what is deleted stays deleted: a pretended time must change neither in the folder of a real
//! site. The demo site is there to be tried, so there doors are filled as they open.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::state::AppState;

/// Whether the site is one on which a moved clock fills doors.
#[derive(Clone, Default)]
struct Fills(Arc<AtomicBool>);

/// Lets a moved clock fill doors on this site: it is the demo site.
pub fn let_moved_clock_fill(state: &AppState) {
    state.extensions.get::<Fills>().0.store(true, Ordering::Release);
}

/// Whether nothing may be done that stays, since the time is pretended.
pub(crate) fn is_held_back(state: &AppState) -> bool {
    state.clock.is_moved() && !state.extensions.get::<Fills>().0.load(Ordering::Acquire)
}
