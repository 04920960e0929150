//! The site's time zone.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::UnixMillis;

/// The zone of the site's dates, its `--at` and its midnight. Editions have zones of their own.
pub const HOME_ZONE: &str = "Europe/Stockholm";

/// Converts an instant to the site's time zone.
pub fn at_home(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::get(HOME_ZONE).unwrap_or(TimeZone::UTC))
}

/// Converts an instant from the database; one out of range becomes the latest of all.
pub fn from_millis(millis: UnixMillis) -> Timestamp {
    Timestamp::from_millisecond(millis.0).unwrap_or(Timestamp::MAX)
}

/// Returns the next midnight in the site's time zone.
pub fn next_midnight(now: Timestamp) -> Timestamp {
    at_home(now).tomorrow().and_then(|day| day.start_of_day()).map_or(Timestamp::MAX, |day| day.timestamp())
}
