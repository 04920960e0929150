//! Local times as forms show them, in the site's time zone.

use super::{UnixMillis, at_home, from_millis};

/// Formats an instant as `2026-12-07T08:00`.
pub fn to_local(millis: UnixMillis) -> String {
    at_home(from_millis(millis)).strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_local;

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
