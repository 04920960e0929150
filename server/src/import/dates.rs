//! Dates as programs and people write them in files.

use app::import::SourceDate;
use app::time;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;
use jiff::tz::Offset;

/// From here on a number counts milliseconds since 1970, below it seconds: 5138 would be the year otherwise.
const LEAST_MILLIS: i64 = 100_000_000_000;

/// Parses a date; `None` when it is none, or no year of ours.
pub(super) fn parse(text: &str) -> Option<SourceDate> {
    let text = text.trim();
    let date = number(text).or_else(|| iso(text)).or_else(|| mail(text)).or_else(|| in_words(text))?;
    (1..=9998).contains(&date.day().year()).then_some(date)
}

fn number(text: &str) -> Option<SourceDate> {
    let number: i64 = text.parse().ok()?;
    if text.len() == 8 {
        return Some(SourceDate::Day(Date::strptime("%Y%m%d", text).ok()?));
    }
    if text.len() < 9 {
        return None;
    }
    let at = if number < LEAST_MILLIS {
        Timestamp::from_second(number)
    } else {
        Timestamp::from_millisecond(number)
    };
    at.ok().map(SourceDate::Instant)
}

/// Parses `2018-11-20`, `2018-11-20 16:33`, `2018-11-20T16:33:00.5Z`, `2018-11-20 16:33 +0100`.
fn iso(text: &str) -> Option<SourceDate> {
    let day = Date::strptime("%Y-%m-%d", text.get(..10)?).ok()?;
    let rest = text.get(10..)?.trim_start_matches(['T', 't']).trim();
    if rest.is_empty() {
        return Some(SourceDate::Day(day));
    }
    let end = rest.find(['Z', 'z', '+', '-', ' ', 'U', 'G']).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(end);
    let local: DateTime = day.to_datetime(time::parse_time(clock.split([',', '.']).next()?)?);
    match zone.trim() {
        "" => Some(SourceDate::Local(local)),
        zone => offset(zone)?.to_timestamp(local).ok().map(SourceDate::Instant),
    }
}

fn offset(zone: &str) -> Option<Offset> {
    if matches!(&*zone.to_uppercase(), "Z" | "UTC" | "GMT") {
        return Some(Offset::UTC);
    }
    let (sign, digits) = zone.split_at_checked(1)?;
    let sign = match sign {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

/// Parses dates as letters have them: `Fri, 30 Mar 2012 12:00:00 +0000`.
fn mail(text: &str) -> Option<SourceDate> {
    rfc2822::parse(text).ok().map(|at| SourceDate::Instant(at.timestamp()))
}

fn in_words(text: &str) -> Option<SourceDate> {
    if let Some(day) = time::parse_day(text) {
        return Some(SourceDate::Day(day));
    }
    time::parse_local(text).map(|at| SourceDate::Instant(time::from_millis(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (text, expected) in [
            ("2020-12-24", "2020-12-24"),
            ("2022-12-14T08:00:00", "2022-12-14T08:00:00"),
            ("2018-11-20 16:33 +0100", "2018-11-20T15:33:00Z"),
            ("2020-12-25T10:00:00+01:00", "2020-12-25T09:00:00Z"),
            ("2020-12-25T10:00:00.123Z", "2020-12-25T10:00:00Z"),
            ("2020-12-25 10:00 UTC", "2020-12-25T10:00:00Z"),
            ("1512115200", "2017-12-01T08:00:00Z"),
            ("1512115200000", "2017-12-01T08:00:00Z"),
            ("20201224", "2020-12-24"),
            ("Fri, 30 Mar 2012 12:00:00 +0000", "2012-03-30T12:00:00Z"),
            ("3 maj 2016", "2016-05-03"),
        ] {
            let shown = parse(text).map(|date| match date {
                SourceDate::Instant(at) => at.to_string(),
                SourceDate::Local(local) => local.to_string(),
                SourceDate::Day(day) => day.to_string(),
            });
            assert_eq!(shown.as_deref(), Some(expected), "{text}");
        }
        for text in ["", "2021-02-30", "0000-00-00 00:00:00", "-001-11-30", "i går", "2020", "12/7/2026"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
