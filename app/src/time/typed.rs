//! Days and times as people type them: the one reading for every form, address and option.
//!
//! Browsers send `2026-12-07T08:00`, and without a field of their own for dates people write as they are used to, or copy
//! what a page shows. Only what can mean one thing is read: never `12/7/2026`.

use jiff::civil::{Date, DateTime, Time};

use super::{MONTHS, UnixMillis, site_zone};

/// Parses a day: `2026-12-07`, also with `/` or `.`, `7.12.2026`, `7/12 2026`, `7 december 2026` with or without its
/// weekday. `None` when it is no day, or has no year.
pub fn parse_day(typed: &str) -> Option<Date> {
    let typed = typed.trim().to_lowercase();
    let parts: Vec<&str> = typed.split([' ', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    match *parts.as_slice() {
        [day] => numbers(day, &['-', '/', '.'])
            .and_then(|[year, month, day]| (year.len() == 4).then(|| date(year, month, day))?)
            .or_else(|| {
                let [day, month, year] = numbers(day, &['.'])?;
                (year.len() == 4).then(|| date(year, month, day))?
            })
            .or_else(|| {
                let (day, year) = day.rsplit_once('-')?;
                day_and_month(day, year)
            }),
        [day, year] => day_and_month(day, year),
        [day, month, year] => in_words(day, month, year),
        [_weekday, day, month, year] => in_words(day, month, year),
        _ => None,
    }
}

/// Parses a time of day: `8:00`, `08.00`, `kl. 8.00`, with or without seconds.
pub fn parse_time(typed: &str) -> Option<Time> {
    let typed = typed.trim();
    let typed = ["kl.", "kl", "klockan"].iter().find_map(|word| typed.strip_prefix(*word)).unwrap_or(typed);
    let parts: Vec<&str> = typed.trim().split([':', '.']).collect();
    let (hour, minute, second) = match *parts.as_slice() {
        [hour, minute] => (hour, minute, "00"),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    if minute.len() != 2 || second.len() != 2 {
        return None;
    }
    Time::new(number(hour)?, number(minute)?, number(second)?, 0).ok()
}

/// Parses a day and a time of the site's zone; `None` when one of them is missing, or anything follows, such as an offset.
/// A time that the change to summer time skips is the one after the gap; one that comes twice is the first (RFC 5545,
/// section 3.3.5).
pub fn parse_local(typed: &str) -> Option<UnixMillis> {
    to_millis(day_and_time(typed)?)
}

/// Parses like [`parse_local`], and a day alone as its first moment.
pub fn parse_local_or_day(typed: &str) -> Option<UnixMillis> {
    to_millis(day_and_time(typed).or_else(|| Some(parse_day(typed)?.to_datetime(Time::midnight())))?)
}

/// Returns a day and time as the input fields of browsers need it, `2026-12-07T08:00`. What cannot be read stays as typed.
pub fn input_value(typed: &str) -> String {
    let Some(local) = day_and_time(typed) else { return typed.to_owned() };
    local.strftime(if local.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" }).to_string()
}

fn to_millis(local: DateTime) -> Option<UnixMillis> {
    Some(local.to_zoned(site_zone()).ok()?.timestamp().into())
}

fn day_and_time(typed: &str) -> Option<DateTime> {
    let typed = typed.trim();
    let (day, time) = typed
        .split_once(['T', 't'])
        .filter(|(day, _)| day.ends_with(|c: char| c.is_ascii_digit()))
        .or_else(|| typed.rsplit_once([' ', '\u{a0}']))?;
    let day = day.trim_end();
    let day = ["kl.", "kl", "klockan"].iter().find_map(|word| day.strip_suffix(*word)).unwrap_or(day);
    Some(parse_day(day.trim_end_matches([',', ' ', '\u{a0}']))?.to_datetime(parse_time(time)?))
}

/// Parses `7/12` with a year.
fn day_and_month(day: &str, year: &str) -> Option<Date> {
    let (day, month) = day.split_once('/')?;
    (year.len() == 4).then(|| date(year, month, day))?
}

/// Parses `7`, `december` or `dec`, `2026`.
fn in_words(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = month.trim_end_matches('.');
    let month = MONTHS.iter().position(|name| month.len() >= 3 && name.starts_with(month))? + 1;
    (year.len() == 4).then(|| date(year, &month.to_string(), day))?
}

/// Splits a text into three numbers at one of the separators, the same twice.
fn numbers<'a>(text: &'a str, separators: &[char]) -> Option<[&'a str; 3]> {
    separators.iter().find_map(|separator| {
        let parts: Vec<&str> = text.split(*separator).collect();
        <[&str; 3]>::try_from(parts).ok()
    })
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let is_short = |text: &str| text.len() <= 2;
    if !is_short(month) || !is_short(day) || !year.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    Date::new(year.parse().ok()?, number(month)?, number(day)?).ok()
}

/// Parses one or two digits.
fn number(text: &str) -> Option<i8> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;
    use crate::time::{at_home, from_millis, to_local, weekday_date_year_and_time};

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for typed in [
            "2026-12-07",
            "2026-12-7",
            "2026/12/07",
            "2026.12.07",
            " 7.12.2026 ",
            "7/12 2026",
            "7/12-2026",
            "7 december 2026",
            "7\u{a0}dec. 2026",
            "Måndag 7 december 2026",
            "den 7 december 2026",
        ] {
            assert_eq!(parse_day(typed), Some(civil::date(2026, 12, 7)), "{typed}");
        }
    }

    #[test]
    fn what_may_mean_something_else_is_not_read() {
        for typed in [
            "",
            "i morgon",
            "12/7/2026",
            "7/12",
            "7/12/26",
            "7 december",
            "26-12-07",
            "2026-13-01",
            "2026-02-30",
            "+2026-12-07",
            "2026-12-07T08:00",
            "-000001-01-01",
            "2026-1２-07",
            "7 d 2026",
        ] {
            assert_eq!(parse_day(typed), None, "{typed}");
        }
        for typed in
            ["", "8", "8:0", "08:60", "24:00", "-1:00", "+8:00", "008:00", "å:00", "08:00Z", "08:00+01:00"]
        {
            assert_eq!(parse_time(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_day_and_a_time_are_read_however_they_are_written() {
        for typed in [
            "2026-12-07T08:00",
            "2026-12-07t08:00:00",
            "2026-12-07 08:00",
            "2026-12-07  8.00",
            "2026-12-07 kl. 08.00",
            "7/12 2026 8:00",
            "7 december 2026 klockan 8.00",
            "7 oktober 2026 kl 8.00",
        ] {
            let day = if typed.contains("oktober") { "2026-10-07" } else { "2026-12-07" };
            assert_eq!(parse_local(typed).map(to_local), Some(format!("{day}T08:00")), "{typed}");
            assert_eq!(input_value(typed), format!("{day}T08:00"), "{typed}");
        }
        assert_eq!(input_value("2026-12-07 08:00:30"), "2026-12-07T08:00:30");
        for typed in [
            "",
            "i morgon",
            "2026-12-07",
            "08:00",
            "2026-12-07T08:00Z",
            "2026-12-07 08:00+01:00",
            "9999-12-31T23:59:59",
        ] {
            assert_eq!(parse_local(typed), None, "{typed}");
        }
        assert_eq!(input_value("i morgon"), "i morgon");
        assert_eq!(parse_local_or_day("7 december 2026").map(to_local), Some("2026-12-07T00:00".into()));
    }

    #[test]
    fn what_a_page_shows_can_be_typed() {
        let morning = parse_local("2026-12-07T08:00").expect("a time");
        let shown = at_home(from_millis(morning));
        assert_eq!(parse_local(&weekday_date_year_and_time(shown.date(), shown.time())), Some(morning));
    }
}
