//! From a finished page to the answer for one asker.

use app::time::UnixMillis;
use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::{Encoding, Page, preferred};

/// The longest that browsers and proxies may show a page without asking, in seconds.
const LONGEST: i64 = 60;

/// The answer for everybody. It never outlives the page: whoever keeps it asks again before the next opening.
pub(crate) fn public_answer(page: &Page, asked: &HeaderMap, now: UnixMillis) -> Response {
    let encoding = page.encoding(preferred(asked));
    let etag = page.etag(encoding);
    let known = page.status == StatusCode::OK && is_known(asked, &etag);
    let mut response = answer(page, encoding, &etag, known);
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, lifetime(page, now));
    }
    response
}

/// The answer for one asker, to be kept by nobody. It is not compressed: it may show secrets beside what the
/// asker sent, and its length must not tell of them.
pub(crate) fn private_answer(page: &Page) -> Response {
    let mut response = answer(page, Encoding::Plain, &page.etag(Encoding::Plain), false);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// Whether the asker already has the bytes of this name.
pub(crate) fn is_known(asked: &HeaderMap, etag: &str) -> bool {
    let weak = |name: &str| name.trim().trim_start_matches("W/").to_owned();
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(weak)
        .any(|name| name == "*" || name == etag)
}

fn answer(page: &Page, encoding: Encoding, etag: &str, known: bool) -> Response {
    let bytes = page.bytes(encoding);
    let length = bytes.len();
    let mut response = Response::new(if known { Body::empty() } else { Body::from(bytes) });
    *response.status_mut() = if known { StatusCode::NOT_MODIFIED } else { page.status };
    let headers = response.headers_mut();
    headers.clone_from(&page.headers);
    headers.insert(header::CONTENT_LENGTH, length.into());
    if let Some(name) = encoding.name() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    if let Ok(etag) = HeaderValue::from_str(etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

fn lifetime(page: &Page, now: UnixMillis) -> HeaderValue {
    let value = if page.status.is_server_error() {
        "no-store".to_owned()
    } else {
        match ((page.until() - now).div_euclid(1000)).min(LONGEST) {
            ..1 => "no-cache".to_owned(),
            seconds => format!("public, max-age={seconds}"),
        }
    };
    HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("no-store"))
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;
    use crate::page_cache::Moment;

    fn page(until: UnixMillis) -> Page {
        let from = Moment { millis: UnixMillis(0), generation: 0 };
        Page::finish(StatusCode::OK, HeaderMap::new(), Bytes::from_static(b"text"), from, until)
    }

    fn cache_control(until: UnixMillis, now: UnixMillis) -> String {
        let response = public_answer(&page(until), &HeaderMap::new(), now);
        response.headers()[header::CACHE_CONTROL].to_str().unwrap().to_owned()
    }

    #[test]
    fn nobody_keeps_a_page_beyond_its_end() {
        assert_eq!(cache_control(UnixMillis(1_000_000), UnixMillis(0)), "public, max-age=60");
        assert_eq!(cache_control(UnixMillis(10_999), UnixMillis(0)), "public, max-age=10");
        assert_eq!(cache_control(UnixMillis(1000), UnixMillis(0)), "public, max-age=1");
        assert_eq!(cache_control(UnixMillis(999), UnixMillis(0)), "no-cache");
        assert_eq!(cache_control(UnixMillis(1000), UnixMillis(5000)), "no-cache");
        assert_eq!(cache_control(UnixMillis::MAX, UnixMillis(0)), "public, max-age=60");
    }

    #[test]
    fn names_are_compared_without_their_weakness() {
        let asked = |value| HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_static(value))]);
        assert!(is_known(&asked(r#""a", W/"b-br""#), r#""b-br""#));
        assert!(is_known(&asked("*"), r#""b""#));
        assert!(!is_known(&asked(r#""b""#), r#""b-br""#));
        assert!(!is_known(&HeaderMap::new(), r#""b""#));
    }
}
