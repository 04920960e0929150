//! Local times as forms write them, in the site's time zone.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::{HOME_ZONE, UnixMillis, at_home, from_millis};

/// Parses `2026-12-07T08:00`; `None` when it is no such time. A time that the change to summer time skips is the one
/// after the gap; one that comes twice is the first (RFC 5545, section 3.3.5).
pub fn parse_local(text: &str) -> Option<UnixMillis> {
    let local: DateTime = text.parse().ok()?;
    let zone = TimeZone::get(HOME_ZONE).ok()?;
    Some(local.to_zoned(zone).ok()?.timestamp().into())
}

/// Formats an instant as `2026-12-07T08:00`.
pub fn to_local(millis: UnixMillis) -> String {
    at_home(from_millis(millis)).strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formatted_time_is_parsed_back() {
        let morning = parse_local("2026-12-07T08:00").expect("a time");
        assert_eq!(from_millis(morning).to_string(), "2026-12-07T07:00:00Z");
        assert_eq!(to_local(morning), "2026-12-07T08:00");
        let skipped = parse_local("2026-03-29T02:30").expect("a time");
        assert_eq!(to_local(skipped), "2026-03-29T03:30");
        assert_eq!(parse_local("i morgon"), None);
        assert_eq!(parse_local(""), None);
    }
}
