//! Dates as their source gives them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::time::{UnixMillis, at_home, site_zone};

/// A date as its source gives it. Its instant follows from the site's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceDate {
    /// An instant, or a time with an offset.
    Instant(Timestamp),
    /// A time of the site's zone.
    Local(DateTime),
    /// A day without a time: that day on this site, never the one before.
    Day(Date),
}

impl SourceDate {
    /// Returns its instant; of a day, its first moment. `None` where a calendar has no such instant.
    pub fn millis(self) -> Option<UnixMillis> {
        let local = match self {
            Self::Instant(at) => return Some(at.into()),
            Self::Local(local) => local,
            Self::Day(day) => day.at(0, 0, 0, 0),
        };
        Some(local.to_zoned(site_zone()).ok()?.timestamp().into())
    }

    /// Returns the day that the site shows.
    pub fn day(self) -> Date {
        match self {
            Self::Instant(at) => at_home(at).date(),
            Self::Local(local) => local.date(),
            Self::Day(day) => day,
        }
    }
}

/// When an item was made, came out and was last changed, as far as its source says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemDates {
    /// When it came out, or is to come out.
    pub published: Option<SourceDate>,
    /// When it was last changed.
    pub modified: Option<SourceDate>,
    /// When it was begun.
    pub created: Option<SourceDate>,
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::SourceDate;
    use crate::time::parse_local;

    #[test]
    fn a_day_stays_the_day_that_was_written() {
        let day = SourceDate::Day(civil::date(2020, 12, 24));
        assert_eq!(day.millis(), parse_local("2020-12-24T00:00"));
        assert_eq!(day.day(), civil::date(2020, 12, 24));
        let late = SourceDate::Instant("2020-12-23T23:30:00Z".parse().unwrap());
        assert_eq!(late.day(), civil::date(2020, 12, 24));
    }
}
