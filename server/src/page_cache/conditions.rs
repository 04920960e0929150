//! Conditional requests: whether a client has already what it asks for (RFC 9110, section 13).

use app::time::{UnixMillis, from_millis};
use http::{HeaderMap, HeaderValue, header};
use jiff::fmt::rfc2822::{DateTimeParser, DateTimePrinter};

static PARSER: DateTimeParser = DateTimeParser::new();
static PRINTER: DateTimePrinter = DateTimePrinter::new();

/// The instant of a `Last-Modified`, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LastModified(UnixMillis);

impl LastModified {
    /// Returns the first whole second after an instant: nobody can have fetched what was there before and still name it.
    pub(crate) fn after(changed: UnixMillis) -> Self {
        Self(UnixMillis(changed.0.div_euclid(1000) * 1000 + 1000))
    }

    /// Returns the next second.
    pub(crate) fn next(self) -> Self {
        Self(self.0 + 1000)
    }

    /// Returns whether the instant has come: before, nobody is told of it.
    pub(crate) fn is_past(self, now: UnixMillis) -> bool {
        self.0 <= now
    }

    /// Returns the value of the header; `None` while the instant is still to come.
    pub(crate) fn header(self, now: UnixMillis) -> Option<HeaderValue> {
        let text =
            PRINTER.timestamp_to_rfc9110_string(&from_millis(self.0)).ok().filter(|_| self.is_past(now))?;
        HeaderValue::from_str(&text).ok()
    }

    /// Returns whether a client that has fetched at `since` has this.
    fn is_known_since(self, since: UnixMillis, now: UnixMillis) -> bool {
        // A client ahead of us was here before our clock was set back.
        since <= now && self.0 <= since
    }
}

/// Returns whether the client has what the tag and the date name. With `If-None-Match` its dates do not count.
pub(crate) fn is_not_modified(
    request_headers: &HeaderMap,
    etag: &str,
    modified: Option<LastModified>,
    now: UnixMillis,
) -> bool {
    if request_headers.contains_key(header::IF_NONE_MATCH) {
        return names_etag(request_headers, etag);
    }
    let since = request_headers.get(header::IF_MODIFIED_SINCE).and_then(|since| since.to_str().ok());
    let since = since.and_then(|since| PARSER.parse_timestamp(since).ok());
    modified.zip(since).is_some_and(|(modified, since)| modified.is_known_since(since.into(), now))
}

/// Returns whether `If-None-Match` is there and names this entity tag. Tags are compared weakly, as RFC 9110 wants it there.
pub(crate) fn names_etag(request_headers: &HeaderMap, etag: &str) -> bool {
    request_headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|tag| tag.trim().trim_start_matches("W/"))
        .any(|tag| tag == "*" || tag == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: UnixMillis = UnixMillis(1_796_000_000_000);

    fn is_known(headers: &[(header::HeaderName, &'static str)], modified: Option<LastModified>) -> bool {
        let headers = headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
        is_not_modified(&headers.collect(), r#""b-br""#, modified, NOW)
    }

    #[test]
    fn entity_tags_are_compared_weakly() {
        let names = |value| is_known(&[(header::IF_NONE_MATCH, value)], None);
        assert!(names(r#""a", W/"b-br""#) && names("*"));
        assert!(!names(r#""b""#) && !is_known(&[], None));
    }

    #[test]
    fn a_date_counts_where_there_is_no_tag() {
        let modified = LastModified::after(UnixMillis(1_790_000_000_500));
        assert_eq!(modified.header(NOW).unwrap(), "Mon, 21 Sep 2026 14:13:21 GMT");
        let since = |value| is_known(&[(header::IF_MODIFIED_SINCE, value)], Some(modified));
        assert!(since("Mon, 21 Sep 2026 14:13:21 GMT") && since("Tue, 22 Sep 2026 00:00:00 GMT"));
        assert!(!since("Mon, 21 Sep 2026 14:13:20 GMT"), "older");
        assert!(!since("Fri, 21 Sep 2029 14:13:21 GMT"), "ahead of our clock");
        assert!(!since("yesterday") && !since(""));
        let both =
            [(header::IF_NONE_MATCH, r#""x""#), (header::IF_MODIFIED_SINCE, "Mon, 21 Sep 2026 14:13:21 GMT")];
        assert!(!is_known(&both, Some(modified)), "the tag decides");
    }

    #[test]
    fn what_changes_twice_in_a_second_has_no_date_in_that_second() {
        let modified = LastModified::after(NOW);
        assert_eq!(modified.header(NOW), None);
        assert!(modified.header(NOW + 1000).is_some());
    }
}
