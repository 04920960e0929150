//! The time left until an instant, in words, and when those words stop being true.

use jiff::{SignedDuration, Timestamp};

use super::at_home;

/// The time left until an instant, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countdown {
    /// For example "om 12 dagar", "i morgon", "om 3 timmar", "om 1 minut".
    pub words: String,
    /// When the words are no longer right.
    pub until: Timestamp,
}

/// Returns the time left from `now` to `target`: in calendar days while they are two or more, then in hours and minutes.
/// Hours and minutes are rounded up, so that nobody comes too early.
pub fn countdown(now: Timestamp, target: Timestamp) -> Countdown {
    let left = target.duration_since(now).max(SignedDuration::ZERO);
    let days = (at_home(target).date() - at_home(now).date()).get_days();
    if left > SignedDuration::from_hours(24) && days >= 1 {
        let words = if days == 1 { "i morgon".into() } else { format!("om {days} dagar") };
        let until = super::next_midnight(now)
            .min(target.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(target));
        return Countdown { words, until: until.max(now + SignedDuration::from_millis(1)) };
    }
    let (unit, one, many) = if left > SignedDuration::from_mins(60) {
        (SignedDuration::from_hours(1), "timme", "timmar")
    } else {
        (SignedDuration::from_mins(1), "minut", "minuter")
    };
    let count = div_ceil(left, unit).max(1);
    let words = format!("om {count}\u{a0}{}", if count == 1 { one } else { many });
    let steps = i32::try_from(count - 1).unwrap_or(0);
    let until = if steps == 0 { target } else { target - unit * steps };
    Countdown { words, until }
}

fn div_ceil(left: SignedDuration, unit: SignedDuration) -> i128 {
    let (left, unit) = (left.as_millis(), unit.as_millis().max(1));
    (left + unit - 1) / unit
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(now: &str, target: &str) -> String {
        let at = |text: &str| text.parse::<Timestamp>().expect("a timestamp");
        countdown(at(now), at(target)).words
    }

    #[test]
    fn days_are_calendar_days_and_hours_round_up() {
        let opening = "2026-12-07T08:00+01:00";
        assert_eq!(words("2026-11-25T23:59+01:00", opening), "om 12 dagar");
        assert_eq!(words("2026-12-06T07:59+01:00", opening), "i morgon");
        assert_eq!(words("2026-12-06T08:00+01:00", opening), "om 24\u{a0}timmar");
        assert_eq!(words("2026-12-07T05:59+01:00", opening), "om 3\u{a0}timmar");
        assert_eq!(words("2026-12-07T07:00+01:00", opening), "om 60\u{a0}minuter");
        assert_eq!(words("2026-12-07T07:59:59+01:00", opening), "om 1\u{a0}minut");
    }

    proptest! {
        /// The words are right until `until` and change there: none is stale, and none expires for ever too early.
        #[test]
        fn words_are_right_exactly_until_their_end(left in 1_i64..4_000_000_000, at in 0_i64..4_000_000_000_000) {
            let now = Timestamp::from_millisecond(at).expect("in range");
            let target = Timestamp::from_millisecond(at + left).expect("in range");
            let shown = countdown(now, target);
            prop_assert!(shown.until > now && shown.until <= target);
            let last = shown.until - SignedDuration::from_millis(1);
            prop_assert_eq!(countdown(last, target).words, shown.words);
        }
    }
}
