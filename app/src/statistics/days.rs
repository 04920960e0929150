//! The days that readings belong to.

use jiff::civil::Date;

use crate::time::{HOUR, UnixMillis, at_home, from_millis};

/// For how long after its end a day may still get numbers that were counted before: much longer than numbers lie in memory.
const SETTLING: i64 = HOUR;

/// Returns the day of an instant, in the site's time zone.
pub fn day_of(at: UnixMillis) -> Date {
    at_home(from_millis(at)).date()
}

/// Returns the first day whose numbers may still grow. Those of earlier days are shown and never change again: from two
/// looks at a number that grows, the difference could be told.
pub(crate) fn first_open_day(now: UnixMillis) -> Date {
    day_of(now - SETTLING)
}
