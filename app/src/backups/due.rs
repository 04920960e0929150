//! When the server makes a backup by itself: once a night, and later where it was off at night.

use jiff::Timestamp;
use jiff::civil::time;

use crate::time::{UnixMillis, at_home};

/// The quiet hour, after the hour that clocks skip or repeat twice a year.
const HOUR: i8 = 3;
const MINUTE: i8 = 30;

/// Whether a backup is due, by when the last one that succeeded was begun. One from the future says nothing: the clock was
/// wrong then.
pub fn is_due(now: Timestamp, last: Option<UnixMillis>) -> bool {
    let night: UnixMillis = last_night(now).into();
    last.is_none_or(|last| last < night || last > now.into())
}

/// Returns the last time that it was half past three in the morning.
fn last_night(now: Timestamp) -> Timestamp {
    let now = at_home(now);
    let night = |day: jiff::civil::Date| {
        let night = day.to_datetime(time(HOUR, MINUTE, 0, 0)).to_zoned(now.time_zone().clone());
        night.map_or(now.timestamp(), |night| night.timestamp())
    };
    let tonight = night(now.date());
    if tonight <= now.timestamp() { tonight } else { night(now.date().yesterday().unwrap_or(now.date())) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_quiet_hour_is_the_sites_own_all_year() {
        for (now, night) in [
            ("2026-11-27T03:29:59+01:00", "2026-11-26T03:30+01:00"),
            ("2026-11-27T03:30+01:00", "2026-11-27T03:30+01:00"),
            ("2026-11-27T23:00+01:00", "2026-11-27T03:30+01:00"),
            ("2026-07-01T01:40Z", "2026-07-01T03:30+02:00"),
            // The nights on which an hour is skipped or comes twice.
            ("2026-03-29T12:00+02:00", "2026-03-29T03:30+02:00"),
            ("2026-10-25T12:00+01:00", "2026-10-25T03:30+01:00"),
        ] {
            assert_eq!(last_night(at(now)), at(night), "{now}");
        }
    }

    #[test]
    fn a_backup_is_due_once_a_night_and_after_nights_that_were_missed() {
        let last = Some(at("2026-11-27T03:31+01:00").into());
        for (now, due) in [
            ("2026-11-27T03:32+01:00", false),
            ("2026-11-28T03:29+01:00", false),
            ("2026-11-28T03:30+01:00", true),
            ("2026-12-24T18:00+01:00", true),
            ("2026-11-26T12:00+01:00", true),
        ] {
            assert_eq!(is_due(at(now), last), due, "{now}");
        }
        assert!(is_due(at("2026-11-27T12:00+01:00"), None));
    }

    proptest! {
        #[test]
        fn what_was_begun_now_is_not_due_again_before_the_next_night(now in 0_i64..4_000_000_000, passed in 0_i64..200_000) {
            let [now, later] = [now, now + passed].map(|second| Timestamp::from_second(second).unwrap());
            let is_next_night = last_night(later) > last_night(now);
            prop_assert_eq!(is_due(later, Some(now.into())), is_next_night);
            prop_assert!(passed <= 24 * 3600 + 3600 || is_next_night);
        }
    }
}
