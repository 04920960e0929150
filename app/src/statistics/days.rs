//! The days that readings belong to.

use jiff::civil::Date;

use crate::time::{HOUR, UnixMillis, at_home, from_millis, next_midnight};

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

/// Returns when the numbers of one more day are shown.
pub(crate) fn next_shown_at(now: UnixMillis) -> UnixMillis {
    UnixMillis::from(next_midnight(from_millis(now - SETTLING))) + SETTLING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_shown_an_hour_after_its_end() {
        let at = |text: &str| UnixMillis::from(text.parse::<jiff::Timestamp>().unwrap());
        for (now, next) in [
            ("2026-12-07T12:00:00+01:00", "2026-12-08T01:00:00+01:00"),
            ("2026-12-08T00:59:59.999+01:00", "2026-12-08T01:00:00+01:00"),
            ("2026-12-08T01:00:00+01:00", "2026-12-09T01:00:00+01:00"),
        ] {
            assert_eq!(next_shown_at(at(now)), at(next), "{now}");
            assert!(first_open_day(at(next)) > first_open_day(at(next) - 1));
        }
    }
}
