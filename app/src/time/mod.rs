//! Time as the site knows it: the server's clock, local days, and Swedish words for both.
//!
//! The browser never decides what time it is; it gets finished text and milliseconds to count down.

mod clock;
mod countdown;
mod local;
mod span;
mod swedish;

pub use clock::Clock;
pub use countdown::{Countdown, countdown};
pub use local::{parse_local, to_local};
pub use span::{month_span, year_span};
pub use swedish::{
    MONTHS, clock_time, date, date_with_year, month_and_year, month_name, weekday_and_date,
    weekday_date_and_time, weekday_date_year_and_time,
};

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The zone in which the site itself lives: its dates, its `--at`, its midnight.
pub const HOME_ZONE: &str = "Europe/Stockholm";

/// An instant as the site's own wall clock shows it.
pub fn at_home(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::get(HOME_ZONE).unwrap_or(TimeZone::UTC))
}

/// An instant from the database.
pub fn from_millis(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

/// The next midnight of the site's own calendar.
pub fn next_midnight(now: Timestamp) -> Timestamp {
    at_home(now).tomorrow().and_then(|day| day.start_of_day()).map_or(Timestamp::MAX, |day| day.timestamp())
}
