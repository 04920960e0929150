//! The time that numbers are shown of.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::statistics::store::Unit;
use crate::time::{month_and_year, year_span};

/// How many days "recent" is.
const RECENT_DAYS: i64 = 30;

/// A time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// The last thirty days that are over.
    Recent,
    /// A month, by its first day.
    Month(Date),
    /// A year.
    Year(i16),
}

impl Period {
    /// Parses `2026-12` or `2026`; everything else is the recent time.
    pub(super) fn parse(text: &str) -> Self {
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        match (text.len(), text.split_once('-')) {
            (4, None) if is_number(text) => {
                let year = text.parse().ok().filter(|year| year_span(*year).is_some());
                year.map_or(Self::Recent, Self::Year)
            }
            (7, Some((year, month))) if is_number(year) && is_number(month) => {
                format!("{text}-01").parse().map_or(Self::Recent, Self::Month)
            }
            _ => Self::Recent,
        }
    }

    /// Returns what [`parse`](Self::parse) reads; empty for the recent time.
    pub(super) fn value(self) -> String {
        match self {
            Self::Recent => String::new(),
            Self::Month(first) => first.strftime("%Y-%m").to_string(),
            Self::Year(year) => format!("{year:04}"),
        }
    }

    /// Returns the days, without the last one and without those from `open` on, whose numbers are not final.
    pub(super) fn days(self, open: Date) -> Range<Date> {
        let (first, end) = match self {
            Self::Recent => (open.saturating_sub(RECENT_DAYS.days()), open),
            Self::Month(first) => (first, first.saturating_add(1.month())),
            Self::Year(year) => {
                let first = Date::new(year, 1, 1).unwrap_or(Date::MAX);
                (first, first.saturating_add(1.year()))
            }
        };
        first..end.min(open).max(first)
    }

    /// Returns what the numbers are summed up by: a year has too many days.
    pub(super) const fn unit(self) -> Unit {
        match self {
            Self::Recent | Self::Month(_) => Unit::Day,
            Self::Year(_) => Unit::Month,
        }
    }

    /// Returns "de senaste 30 dagarna", "december 2026" or "2026".
    pub(super) fn in_words(self) -> String {
        match self {
            Self::Recent => format!("de senaste {RECENT_DAYS} dagarna"),
            Self::Month(first) => month_and_year(first),
            Self::Year(year) => year.to_string(),
        }
    }

    /// Returns the same as a part of a sentence: "i december 2026".
    pub(super) fn when(self) -> String {
        match self {
            Self::Recent => self.in_words(),
            Self::Month(_) => format!("i {}", self.in_words()),
            Self::Year(_) => format!("år {}", self.in_words()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_period_is_read_and_written_back() {
        for text in ["", "2026-12", "2026"] {
            assert_eq!(Period::parse(text).value(), text);
        }
        for nonsense in ["2026-13", "2026-1", "-026-12", "+026", "9999", "26", "alltid", "2026-12-01", "åååå"]
        {
            assert_eq!(Period::parse(nonsense), Period::Recent, "{nonsense}");
        }
    }

    #[test]
    fn no_day_is_shown_before_it_is_over() {
        let today = date(2026, 12, 7);
        assert_eq!(Period::Recent.days(today), date(2026, 11, 7)..today);
        assert_eq!(Period::parse("2026-12").days(today), date(2026, 12, 1)..today);
        assert_eq!(Period::parse("2026-11").days(today), date(2026, 11, 1)..date(2026, 12, 1));
        assert_eq!(Period::parse("2026").days(today), date(2026, 1, 1)..today);
        assert!(Period::parse("2027").days(today).is_empty());
    }
}
