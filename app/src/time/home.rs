//! The site's own time zone.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::UnixMillis;

/// The zone in which the site itself lives: its dates, its `--at`, its midnight.
pub const HOME_ZONE: &str = "Europe/Stockholm";

/// An instant as the site's own wall clock shows it.
pub fn at_home(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::get(HOME_ZONE).unwrap_or(TimeZone::UTC))
}

/// An instant from the database.
pub fn from_millis(millis: UnixMillis) -> Timestamp {
    Timestamp::from_millisecond(millis.0).unwrap_or(Timestamp::MAX)
}

/// The next midnight of the site's own calendar.
pub fn next_midnight(now: Timestamp) -> Timestamp {
    at_home(now).tomorrow().and_then(|day| day.start_of_day()).map_or(Timestamp::MAX, |day| day.timestamp())
}
