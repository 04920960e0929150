//! When something happened or will, as the staff's rooms say it.

use crate::time::{at_home, clock_time, date_with_year, from_millis, weekday_and_date};

/// "7 december 2026 kl. 08.00"
pub(super) fn moment(millis: i64) -> String {
    let at = at_home(from_millis(millis));
    format!("{} {}", date_with_year(at.date()), clock_time(at.time()))
}

/// "måndag 7 december 2026 kl. 08.00"
pub(super) fn moment_with_weekday(millis: i64) -> String {
    let at = at_home(from_millis(millis));
    format!("{} {} {}", weekday_and_date(at.date()), at.year(), clock_time(at.time()))
}

/// "14.32", as in "Sparad 14.32"; of another day with its date.
pub(super) fn lately(millis: i64, now: i64) -> String {
    let (at, now) = (at_home(from_millis(millis)), at_home(from_millis(now)));
    if at.date() == now.date() { format!("{:02}.{:02}", at.hour(), at.minute()) } else { moment(millis) }
}
