//! Asks the server for the states of the doors when one may have changed.
//!
//! The page counts down with the browser's monotonic clock, but it never decides: when the time has come, and
//! whenever the computer may have slept, it asks the server. A client clock that is a year ahead opens nothing.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::live_doors::LiveDoors;
use crate::calendar::api::show_door_states;
use crate::calendar::types::DoorStates;

/// How often the page checks whether the computer has slept, in milliseconds.
const TICK: f64 = 15_000.0;
/// How far the clocks may drift apart between two ticks before it counts as sleep, in milliseconds.
const DRIFT: f64 = 2_000.0;
/// The shortest and the longest pause after a failed request, in milliseconds.
const RETRY: (f64, f64) = (1_000.0, 30_000.0);

/// Polls for the doors of one page.
#[derive(Clone, Copy)]
pub(super) struct Poller {
    doors: LiveDoors,
    state: StoredValue<PollerState>,
}

/// Times are milliseconds by the monotonic clock.
struct PollerState {
    timer: Option<TimeoutHandle>,
    /// When to send the next request.
    due: f64,
    /// When the timer was last set, by the monotonic and by the wall clock.
    set_at: (f64, f64),
    failures: u32,
    is_loading: bool,
}

impl Poller {
    /// Starts polling; stops with the reactive owner.
    pub(super) fn start(doors: LiveDoors) {
        let set_at = (monotonic(), js_sys::Date::now());
        let state = PollerState { timer: None, due: f64::INFINITY, set_at, failures: 0, is_loading: false };
        let poller = Self { doors, state: StoredValue::new(state) };
        let wake = move |_| {
            if !document().hidden() {
                poller.load();
            }
        };
        let handles = ["visibilitychange", "pageshow", "online"]
            .map(|event| window_event_listener_untyped(event, wake));
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
        poller.load();
    }

    /// Loads the states, and sets the timer for the next request.
    fn load(self) {
        // Nothing to do while a request is under way, or once the page is gone and the state with it.
        let may_load = self.state.try_update_value(|state| !std::mem::replace(&mut state.is_loading, true));
        if may_load != Some(true) {
            return;
        }
        spawn_local(async move {
            let states = show_door_states(self.doors.slug()).await;
            let states = states.and_then(|payload| payload.unpack::<DoorStates>());
            self.state.try_update_value(|state| {
                state.is_loading = false;
                #[expect(clippy::cast_precision_loss, reason = "a wait, not a date")]
                let wait = match states {
                    Ok(states) => {
                        state.failures = 0;
                        let wait = states.next_change_in as f64;
                        self.doors.update(states);
                        // Spread over half a second, so that not every page asks at the same instant.
                        wait + 50.0 + js_sys::Math::random() * 500.0
                    }
                    Err(_) => {
                        state.failures += 1;
                        (RETRY.0 * f64::from(1_u32 << (state.failures - 1).min(5))).min(RETRY.1)
                    }
                };
                state.due = monotonic() + wait;
                self.set_timer(state);
            });
        });
    }

    /// Sets the timer to the next request or the next tick, whichever comes first.
    fn set_timer(self, state: &mut PollerState) {
        if let Some(timer) = state.timer.take() {
            timer.clear();
        }
        let now = monotonic();
        state.set_at = (now, js_sys::Date::now());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and TICK")]
        let pause = Duration::from_millis((state.due - now).clamp(0.0, TICK) as u64);
        state.timer = set_timeout_with_handle(move || self.tick(), pause).ok();
    }

    /// Sends a request if one is due or the computer seems to have slept.
    fn tick(self) {
        let should_load = self.state.try_update_value(|state| {
            let (then, wall_then) = state.set_at;
            let (now, wall_now) = (monotonic(), js_sys::Date::now());
            let has_slept = ((wall_now - wall_then) - (now - then)).abs() > DRIFT;
            let should_load = has_slept || now >= state.due;
            if !should_load {
                self.set_timer(state);
            }
            should_load
        });
        if should_load == Some(true) {
            self.load();
        }
    }
}

/// Returns the milliseconds of a clock that nobody sets.
fn monotonic() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
