//! Asks the server for the states of the doors when one may have changed.
//!
//! The page counts down with the browser's monotonic clock, but it never decides: when the time has come, and
//! whenever the computer may have slept, it asks the server. A client clock that is a year ahead opens nothing.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use leptos::prelude::{document, window};
use wasm_bindgen_futures::spawn_local;

use super::doors::{Doors, update, update_moment};
use crate::browser::{Answer, encode, fetch};

/// How often the page checks whether the computer has slept, in milliseconds.
const TICK: f64 = 15_000.0;
/// How far the clocks may drift apart between two ticks before it counts as sleep, in milliseconds.
const DRIFT: f64 = 2_000.0;
/// The shortest and the longest pause after a failed request, in milliseconds.
const RETRY: (f64, f64) = (1_000.0, 30_000.0);

/// Polls for the doors of one page. Times are milliseconds by the monotonic clock.
struct Poller {
    doors: Doors,
    timer: Option<Timeout>,
    /// When to send the next request.
    due: f64,
    /// When the timer was last set, by the monotonic and by the wall clock.
    set_at: (f64, f64),
    failures: u32,
    is_loading: bool,
}

thread_local! {
    static POLLER: RefCell<Option<Poller>> = const { RefCell::new(None) };
}

/// Polls for the doors of another page, and no longer for those of the one before.
pub(super) fn enter(doors: Option<Doors>) {
    let poller =
        |doors| Poller { doors, timer: None, due: 0.0, set_at: (0.0, 0.0), failures: 0, is_loading: false };
    POLLER.set(doors.map(poller));
    load();
}

/// Asks again, since time may have passed while nobody looked.
pub(super) fn wake() {
    if !document().hidden() {
        load();
    }
}

/// Loads the states, and sets the timer for the next request. Nothing to do while a request is under way.
fn load() {
    let doors = POLLER.with_borrow_mut(|poller| {
        let poller = poller.as_mut().filter(|poller| !poller.is_loading)?;
        poller.is_loading = true;
        Some(poller.doors.clone())
    });
    let Some(doors) = doors else { return };
    spawn_local(async move {
        let states = fetch(&format!("/api/calendar/board?slug={}", encode(&doors.slug))).await;
        if !doors.area.is_connected() {
            return;
        }
        let wait = match states {
            Ok(Answer::Data(states)) => {
                update(&states);
                update_moment(&states.get("moment"));
                Some(states.get("next_change_in").number())
            }
            Ok(Answer::Redirect(_)) | Err(_) => None,
        };
        POLLER.with_borrow_mut(|poller| {
            if let Some(poller) = poller {
                poller.is_loading = false;
                poller.wait(wait);
            }
        });
    });
}

/// Sends a request if one is due or the computer seems to have slept.
fn tick() {
    let should_load = POLLER.with_borrow_mut(|poller| {
        let Some(poller) = poller else { return false };
        let (then, wall_then) = poller.set_at;
        let (now, wall_now) = (monotonic(), js_sys::Date::now());
        let has_slept = ((wall_now - wall_then) - (now - then)).abs() > DRIFT;
        let should_load = has_slept || now >= poller.due;
        if !should_load {
            poller.set_timer();
        }
        should_load
    });
    if should_load {
        load();
    }
}

impl Poller {
    /// Sets when to ask again: at the next change, or soon after a failure.
    fn wait(&mut self, next_change_in: Option<f64>) {
        let wait = match next_change_in {
            Some(wait) => {
                self.failures = 0;
                // Spread over half a second, so that not every page asks at the same instant.
                wait + 50.0 + js_sys::Math::random() * 500.0
            }
            None => {
                self.failures += 1;
                (RETRY.0 * f64::from(1_u32 << (self.failures - 1).min(5))).min(RETRY.1)
            }
        };
        self.due = monotonic() + wait;
        self.set_timer();
    }

    /// Sets the timer to the next request or the next tick, whichever comes first.
    fn set_timer(&mut self) {
        let now = monotonic();
        self.set_at = (now, js_sys::Date::now());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and TICK")]
        let pause = (self.due - now).clamp(0.0, TICK) as u32;
        self.timer = Some(Timeout::new(pause, tick));
    }
}

/// Returns the milliseconds of a clock that nobody sets.
fn monotonic() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
