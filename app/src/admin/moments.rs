//! When something happened, as the staff's rooms say it.

use crate::time::{at_home, clock_time, date_with_year, from_millis};

/// "7 december 2026 kl. 08.00"
pub(super) fn moment(millis: i64) -> String {
    let at = at_home(from_millis(millis));
    format!("{} {}", date_with_year(at.date()), clock_time(at.time()))
}
