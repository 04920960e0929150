//! Dates and times as Swedish writes them: months and weekdays in lower case, "kl. 08.00".

use jiff::civil::{Date, Time, Weekday};

/// Names of the months, from January.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// Returns "måndag" for Monday.
pub const fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "måndag",
        Weekday::Tuesday => "tisdag",
        Weekday::Wednesday => "onsdag",
        Weekday::Thursday => "torsdag",
        Weekday::Friday => "fredag",
        Weekday::Saturday => "lördag",
        Weekday::Sunday => "söndag",
    }
}

fn month(date: Date) -> &'static str {
    month_name(date.month())
}

/// Returns "december" for 12, and an empty text for what is no month.
pub fn month_name(month: i8) -> &'static str {
    usize::try_from(month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied().unwrap_or("")
}

/// Formats "December 2026", for headings.
pub fn month_heading(year: i16, month: i8) -> String {
    format!("{} {year}", super::capitalized(month_name(month)))
}

/// Formats "7 december".
pub fn date(date: Date) -> String {
    format!("{}\u{a0}{}", date.day(), month(date))
}

/// Formats "7 december 2026".
pub fn date_with_year(day: Date) -> String {
    format!("{} {}", date(day), day.year())
}

/// Formats "7 december", with the year unless it is that of today.
pub fn date_near(day: Date, today: Date) -> String {
    if day.year() == today.year() { date(day) } else { date_with_year(day) }
}

/// Formats "december 2020".
pub fn month_and_year(date: Date) -> String {
    format!("{} {}", month(date), date.year())
}

/// Formats "måndag 7 december".
pub fn weekday_and_date(day: Date) -> String {
    format!("{} {}", weekday_name(day.weekday()), date(day))
}

/// Formats "måndag 7 december 2026".
pub fn weekday_date_and_year(day: Date) -> String {
    format!("{} {}", weekday_and_date(day), day.year())
}

/// Formats "kl. 08.00".
pub fn clock_time(time: Time) -> String {
    format!("kl.\u{a0}{:02}.{:02}", time.hour(), time.minute())
}

/// Formats "måndag 7 december kl. 08.00".
pub fn weekday_date_and_time(day: Date, time: Time) -> String {
    format!("{} {}", weekday_and_date(day), clock_time(time))
}

/// Formats "måndag 7 december 2026 kl. 08.00".
pub fn weekday_date_year_and_time(day: Date, time: Time) -> String {
    format!("{} {}", weekday_date_and_year(day), clock_time(time))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date as day, time};

    use super::*;

    #[test]
    fn dates_are_formatted_as_swedish_writes_them() {
        assert_eq!(date_with_year(day(2026, 12, 7)), "7\u{a0}december 2026");
        assert_eq!(date_near(day(2026, 12, 7), day(2026, 1, 1)), "7\u{a0}december");
        assert_eq!(date_near(day(2025, 12, 31), day(2026, 1, 1)), "31\u{a0}december 2025");
        assert_eq!(weekday_and_date(day(2026, 12, 12)), "lördag 12\u{a0}december");
        assert_eq!(month_and_year(day(2020, 12, 1)), "december 2020");
        assert_eq!(month_heading(2020, 12), "December 2020");
        assert_eq!(
            weekday_date_and_time(day(2026, 12, 7), time(8, 0, 0, 0)),
            "måndag 7\u{a0}december kl.\u{a0}08.00"
        );
        assert_eq!(
            weekday_date_year_and_time(day(2026, 12, 7), time(8, 0, 0, 0)),
            "måndag 7\u{a0}december 2026 kl.\u{a0}08.00"
        );
    }
}
