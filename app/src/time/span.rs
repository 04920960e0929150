//! Years and months in the site's time zone as spans of instants.

use std::ops::Range;

use jiff::civil::Date;

use super::{UnixMillis, site_zone};

/// Returns the span from a year's first midnight to the next year's; `None` when there is no such year.
pub fn year_span(year: i16) -> Option<Range<UnixMillis>> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(midnight(first)?..midnight(Date::new(year.checked_add(1)?, 1, 1).ok()?)?)
}

/// Returns the span from a month's first midnight to the next month's; `None` when there is no such month.
pub fn month_span(year: i16, month: i8) -> Option<Range<UnixMillis>> {
    let first = Date::new(year, month, 1).ok()?;
    Some(midnight(first)?..midnight(first.last_of_month().tomorrow().ok()?)?)
}

fn midnight(day: Date) -> Option<UnixMillis> {
    Some(day.to_zoned(site_zone()).ok()?.timestamp().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> UnixMillis {
        text.parse::<jiff::Timestamp>().expect("an instant").into()
    }

    #[test]
    fn a_month_begins_in_the_sites_zone_with_its_summer_time() {
        let december = month_span(2026, 12).expect("a month");
        assert_eq!(december, at("2026-12-01T00:00+01:00")..at("2027-01-01T00:00+01:00"));
        let march = month_span(2026, 3).expect("a month");
        assert_eq!(march, at("2026-03-01T00:00+01:00")..at("2026-04-01T00:00+02:00"));
        assert_eq!(year_span(2024), Some(at("2024-01-01T00:00+01:00")..at("2025-01-01T00:00+01:00")));
    }

    #[test]
    fn there_is_no_thirteenth_month() {
        assert_eq!(month_span(2026, 0), None);
        assert_eq!(month_span(2026, 13), None);
        assert_eq!(month_span(9999, 12), None);
        assert_eq!(year_span(9999), None);
    }
}
