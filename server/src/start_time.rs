//! Parses the time of `--at`.

use app::time::{self, Clock};
use jiff::Timestamp;

/// The text is not a time.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("tiden \"{0}\" går inte att läsa: skriv till exempel 2026-12-07T08:00 eller 2026-12-07")]
pub struct InvalidStartTime(String);

/// Parses an instant with an offset, or a date or time in the site's own zone.
pub(crate) fn parse(text: &str) -> Result<Timestamp, InvalidStartTime> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(instant);
    }
    time::parse_local_or_day(text).map(time::from_millis).ok_or_else(|| InvalidStartTime(text.to_owned()))
}

/// Returns the clock that `--at` asks for: the machine's, when it is missing or empty.
pub(crate) fn clock(at: Option<&str>) -> Result<Clock, InvalidStartTime> {
    match at.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => Ok(Clock::moved(parse(text)?)),
        None => Ok(Clock::machine()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> String {
        parse(text).map_or_else(|error| error.to_string(), |instant| instant.to_string())
    }

    #[test]
    fn local_times_are_those_of_the_site() {
        assert_eq!(utc("2026-12-07T08:00"), "2026-12-07T07:00:00Z");
        assert_eq!(utc("2026-12-07 08:00"), "2026-12-07T07:00:00Z");
        assert_eq!(utc("2026-12-07T08:00:30"), "2026-12-07T07:00:30Z");
        assert_eq!(utc("2026-07-01"), "2026-06-30T22:00:00Z");
    }

    #[test]
    fn an_offset_wins() {
        assert_eq!(utc("2026-12-07T08:00Z"), "2026-12-07T08:00:00Z");
        assert_eq!(utc("2026-12-07T08:00:00-05:00"), "2026-12-07T13:00:00Z");
    }

    #[test]
    fn skipped_and_doubled_hours_are_decided() {
        assert_eq!(utc("2026-03-29T02:30"), "2026-03-29T01:30:00Z");
        assert_eq!(utc("2026-10-25T02:30"), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn an_invalid_time_is_quoted() {
        for text in ["igår", "2026-13-01", "2026-02-30T08:00", "08:00", "2026-12-07T25:00", "12/7/2026"] {
            assert_eq!(parse(text), Err(InvalidStartTime(text.to_owned())), "{text}");
        }
    }
}
