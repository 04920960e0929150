//! Doors that light up on a page that stands open.
//!
//! The page counts down with the browser's monotonic clock, but it never decides: when the time has come, and
//! whenever it may have slept, it asks the server. A client clock that is a year ahead opens nothing.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::calendar::api::show_board;
use crate::calendar::types::{Board, DoorView, EditionView};
use crate::paths;

/// How often the page looks whether it has slept.
const TICK: f64 = 15_000.0;
/// How far the clocks may drift apart between two ticks before the page takes it for sleep.
const DRIFT: f64 = 2_000.0;
/// The shortest and the longest pause before asking again after an answer that did not come.
const RETRY: (f64, f64) = (1_000.0, 30_000.0);

/// An edition's doors as they stand now.
#[derive(Clone, Copy)]
pub struct Live {
    slug: StoredValue<String>,
    doors: RwSignal<Vec<DoorView>>,
    /// How the edition stands, in words.
    pub standing: RwSignal<String>,
}

impl Live {
    /// The numbers of the doors.
    pub fn days(self) -> Vec<u16> {
        self.doors.with_untracked(|doors| doors.iter().map(|door| door.day).collect())
    }

    /// A door's window in the scene, from 0.
    pub fn window(self, day: u16) -> u16 {
        self.doors.with_untracked(|doors| find(doors, day).window)
    }

    /// A door as it stands now.
    pub fn door(self, day: u16) -> DoorView {
        self.doors.with(|doors| find(doors, day).clone())
    }

    /// The edition's address.
    pub fn slug(self) -> String {
        self.slug.get_value()
    }

    /// A door's path.
    pub fn path(self, day: u16) -> String {
        self.slug.with_value(|slug| paths::door(slug, day))
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "days are numbered from 1 without gaps, and only known days are asked for"
)]
fn find(doors: &[DoorView], day: u16) -> &DoorView {
    &doors[usize::from(day) - 1]
}

/// Keeps an edition's doors up to date for as long as the page is shown.
pub fn follow(edition: &EditionView) -> Live {
    let live = Live {
        slug: StoredValue::new(edition.slug.clone()),
        doors: RwSignal::new(edition.doors.clone()),
        standing: RwSignal::new(edition.standing.clone()),
    };
    Effect::new(move || Watch::start(live));
    live
}

/// The page's watch: when to ask next.
#[derive(Clone, Copy)]
struct Watch {
    live: Live,
    state: StoredValue<WatchState>,
}

/// Times are milliseconds by the monotonic clock.
struct WatchState {
    timer: Option<TimeoutHandle>,
    /// When to ask.
    due: f64,
    /// When the watch last looked, and what the wall clock said then.
    looked: (f64, f64),
    failures: u32,
    is_asking: bool,
}

impl Watch {
    fn start(live: Live) {
        let looked = (monotonic(), js_sys::Date::now());
        let state = WatchState { timer: None, due: f64::INFINITY, looked, failures: 0, is_asking: false };
        let watch = Self { live, state: StoredValue::new(state) };
        let wake = move |_| {
            if !document().hidden() {
                watch.ask();
            }
        };
        let handles = ["visibilitychange", "pageshow", "online"]
            .map(|event| window_event_listener_untyped(event, wake));
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
        watch.ask();
    }

    /// Asks the server how the doors stand.
    fn ask(self) {
        // Nothing to do while an answer is on its way, or once the page is gone and the state with it.
        let may_ask = self.state.try_update_value(|state| !std::mem::replace(&mut state.is_asking, true));
        if may_ask != Some(true) {
            return;
        }
        spawn_local(async move {
            let answer = show_board(self.live.slug()).await.and_then(|data| data.unpack::<Board>());
            self.state.try_update_value(|state| {
                state.is_asking = false;
                #[expect(clippy::cast_precision_loss, reason = "a wait, not a date")]
                let wait = match answer {
                    Ok(board) => {
                        state.failures = 0;
                        self.live.update(board.doors, board.standing);
                        // A spread of half a second, so that not everybody asks at the same moment.
                        board.next_in as f64 + 50.0 + js_sys::Math::random() * 500.0
                    }
                    Err(_) => {
                        state.failures += 1;
                        (RETRY.0 * f64::from(1_u32 << (state.failures - 1).min(5))).min(RETRY.1)
                    }
                };
                state.due = monotonic() + wait;
                self.sleep(state);
            });
        });
    }

    /// Sleeps until it is time to ask or to look.
    fn sleep(self, state: &mut WatchState) {
        if let Some(timer) = state.timer.take() {
            timer.clear();
        }
        let now = monotonic();
        state.looked = (now, js_sys::Date::now());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and TICK")]
        let pause = Duration::from_millis((state.due - now).clamp(0.0, TICK) as u64);
        state.timer = set_timeout_with_handle(move || self.look(), pause).ok();
    }

    /// Asks if it is time, or if the computer seems to have slept.
    fn look(self) {
        let should_ask = self.state.try_update_value(|state| {
            let (then, wall_then) = state.looked;
            let (now, wall_now) = (monotonic(), js_sys::Date::now());
            let slept = ((wall_now - wall_then) - (now - then)).abs() > DRIFT;
            let should_ask = slept || now >= state.due;
            if !should_ask {
                self.sleep(state);
            }
            should_ask
        });
        if should_ask == Some(true) {
            self.ask();
        }
    }
}

impl Live {
    fn update(self, doors: Vec<(crate::calendar::DoorState, String)>, standing: String) {
        let is_news = self.doors.with_untracked(|known| {
            known
                .iter()
                .zip(&doors)
                .any(|(door, (state, words))| door.state != *state || door.words != *words)
        });
        if is_news {
            self.doors.update(|known| {
                for (door, (state, words)) in known.iter_mut().zip(doors) {
                    door.state = state;
                    door.words = words;
                }
            });
        }
        if self.standing.with_untracked(|known| *known != standing) {
            self.standing.set(standing);
        }
    }
}

/// Milliseconds by a clock that nobody sets.
fn monotonic() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
