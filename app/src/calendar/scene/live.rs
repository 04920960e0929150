//! Doors that light up on a page that stands open.
//!
//! The page counts down with the browser's monotonic clock, but it never decides: when the time has come, and
//! whenever it may have slept, it asks the server. A client clock that is a year ahead opens nothing.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
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

#[expect(clippy::indexing_slicing, reason = "days are numbered from 1 without gaps, and only known days are asked for")]
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
    timer: StoredValue<Option<TimeoutHandle>>,
    /// When to ask, and when the watch last looked, both by the monotonic clock; and what the wall clock said then.
    due: StoredValue<f64>,
    looked: StoredValue<(f64, f64)>,
    failures: StoredValue<i32>,
    asking: StoredValue<bool>,
}

impl Watch {
    fn start(live: Live) {
        let watch = Self {
            live,
            timer: StoredValue::new(None),
            due: StoredValue::new(f64::INFINITY),
            looked: StoredValue::new((monotonic(), js_sys::Date::now())),
            failures: StoredValue::new(0),
            asking: StoredValue::new(false),
        };
        let wake = move || {
            if !document().hidden() {
                watch.ask();
            }
        };
        let handles = [
            window_event_listener_untyped("visibilitychange", move |_| wake()),
            window_event_listener_untyped("pageshow", move |_| wake()),
            window_event_listener_untyped("online", move |_| wake()),
        ];
        on_cleanup(move || {
            for handle in handles {
                handle.remove();
            }
            watch.stop();
        });
        watch.ask();
    }

    fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    /// Asks the server how the doors stand.
    fn ask(self) {
        if self.asking.try_get_value() != Some(false) {
            return;
        }
        self.asking.set_value(true);
        spawn_local(async move {
            let answer = show_board(self.live.slug()).await.and_then(|data| data.unpack::<Board>());
            // The page may be gone by now, and its signals with it.
            if self.asking.try_set_value(false).is_some() {
                return;
            }
            #[expect(clippy::cast_precision_loss, reason = "a wait, not a date")]
            let wait = match answer {
                Ok(board) => {
                    self.failures.set_value(0);
                    self.live.update(board.doors, board.standing);
                    // A spread of half a second, so that not everybody asks at the same moment.
                    board.next_in as f64 + 50.0 + js_sys::Math::random() * 500.0
                }
                Err(_) => {
                    let failures = self.failures.get_value();
                    self.failures.set_value(failures + 1);
                    (RETRY.0 * 2_f64.powi(failures)).min(RETRY.1)
                }
            };
            self.due.set_value(monotonic() + wait);
            self.wait();
        });
    }

    /// Sleeps until it is time to ask or to look.
    fn wait(self) {
        self.stop();
        let now = monotonic();
        self.looked.set_value((now, js_sys::Date::now()));
        let pause = (self.due.get_value() - now).clamp(0.0, TICK);
        let timer = set_timeout_with_handle(move || self.look(), Duration::from_secs_f64(pause / 1_000.0));
        self.timer.set_value(timer.ok());
    }

    /// Asks if it is time, or if the computer seems to have slept.
    fn look(self) {
        let Some((then, wall_then)) = self.looked.try_get_value() else { return };
        let (now, wall_now) = (monotonic(), js_sys::Date::now());
        let slept = ((wall_now - wall_then) - (now - then)).abs() > DRIFT;
        if slept || now >= self.due.get_value() {
            self.ask();
        } else {
            self.wait();
        }
    }
}

impl Live {
    fn update(self, doors: Vec<(crate::calendar::DoorState, String)>, standing: String) {
        let is_news = self.doors.with_untracked(|known| {
            known.iter().zip(&doors).any(|(door, (state, words))| door.state != *state || door.words != *words)
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
