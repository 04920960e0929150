//! The site's time zone.

use std::sync::{LazyLock, PoisonError, RwLock};

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::UnixMillis;

/// The zone of a site whose owner has chosen no other, and of `--at`.
pub const DEFAULT_ZONE: &str = "Europe/Stockholm";

/// The zone of the site's dates and of its midnight. Editions have zones of their own. It belongs to the process, as the
/// local zone does to any program: dates are written in a hundred places, and all of them mean the same zone.
static SITE_ZONE: LazyLock<RwLock<TimeZone>> = LazyLock::new(|| RwLock::new(find(DEFAULT_ZONE)));

fn find(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// Returns the site's zone.
pub fn site_zone() -> TimeZone {
    SITE_ZONE.read().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Sets the site's zone by its name in the time-zone database. Pages that are cached have to be rendered again.
pub fn set_site_zone(name: &str) {
    *SITE_ZONE.write().unwrap_or_else(PoisonError::into_inner) = find(name);
}

/// Converts an instant to the site's time zone.
pub fn at_home(at: Timestamp) -> Zoned {
    at.to_zoned(site_zone())
}

/// Converts an instant from the database; one out of range becomes the latest of all.
pub fn from_millis(millis: UnixMillis) -> Timestamp {
    Timestamp::from_millisecond(millis.0).unwrap_or(Timestamp::MAX)
}

/// Returns the next midnight in the site's time zone.
pub fn next_midnight(now: Timestamp) -> Timestamp {
    at_home(now).tomorrow().and_then(|day| day.start_of_day()).map_or(Timestamp::MAX, |day| day.timestamp())
}
