//! HTTP responses made of cached pages.

use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::{CachedPage, Encoding, Snapshot, is_not_modified};
use crate::render::RenderedPage;

/// The longest that browsers and proxies may show a page without asking, in seconds.
const MAX_AGE: i64 = 60;
/// That of most pages at most times.
const LONGEST: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// Says of a response what it was made of, so that it can be given again.
#[derive(Clone)]
pub(crate) struct Cacheable {
    pub(crate) page: Arc<CachedPage>,
    pub(crate) encoding: Encoding,
    /// The `Cache-Control` that says how long the page is true. A response with another one was given it for good.
    pub(crate) lifetime: Option<HeaderValue>,
}

/// Returns the response for anybody. Its `max-age` ends with the page's validity, so nobody shows it after the next
/// opening without asking.
pub(crate) fn public_response(
    page: &Arc<CachedPage>,
    request_headers: &HeaderMap,
    now: Snapshot,
) -> Response {
    page.was_given();
    let encoding = page.encoding(Encoding::preferred(request_headers));
    let etag = page.etag(encoding);
    let not_modified = page.status == StatusCode::OK
        && is_not_modified(request_headers, &etag, Some(page.modified()), now.millis);
    let mut response = respond(page, encoding, &etag, not_modified);
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(modified) = page.modified().header(now.millis) {
        headers.insert(header::LAST_MODIFIED, modified);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, cache_control(page, now));
    }
    let lifetime = headers.get(header::CACHE_CONTROL).cloned();
    response.extensions_mut().insert(Cacheable { page: Arc::clone(page), encoding, lifetime });
    response
}

/// Returns the response for one client, to be stored by nobody. It is not compressed: it may show secrets beside what
/// the client sent, and its length must not give them away.
pub(crate) fn private_response(page: RenderedPage) -> Response {
    let page = CachedPage::uncompressed(page);
    let mut response = respond(&page, Encoding::Plain, &page.etag(Encoding::Plain), false);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

fn respond(page: &CachedPage, encoding: Encoding, etag: &str, not_modified: bool) -> Response {
    let body = page.body(encoding);
    let length = body.len();
    let mut response = Response::new(if not_modified { Body::empty() } else { Body::from(body) });
    *response.status_mut() = if not_modified { StatusCode::NOT_MODIFIED } else { page.status };
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

/// Returns how long a page may be shown without asking. One that is no longer true is shown to those who have waited for it,
/// and to nobody after them: a cache may have been told of the change before this reaches it.
pub(crate) fn cache_control(page: &CachedPage, now: Snapshot) -> HeaderValue {
    if page.status.is_server_error() {
        return HeaderValue::from_static("no-store");
    }
    match page.lifetime_at(now).div_euclid(1000) {
        ..1 => HeaderValue::from_static("no-cache"),
        MAX_AGE.. => LONGEST,
        seconds => HeaderValue::from_str(&format!("public, max-age={seconds}"))
            .unwrap_or(HeaderValue::from_static("no-store")),
    }
}

#[cfg(test)]
mod tests {
    use app::time::UnixMillis;
    use bytes::Bytes;

    use super::*;

    fn page(valid_until: i64) -> Arc<CachedPage> {
        let rendered_at = Snapshot { millis: UnixMillis(0), generation: 0 };
        Arc::new(CachedPage::compressed(RenderedPage::ok(
            Bytes::from_static(b"text"),
            rendered_at,
            UnixMillis(valid_until),
        )))
    }

    fn max_age_in(generation: u64, until: i64, now: i64) -> String {
        let now = Snapshot { millis: UnixMillis(now), generation };
        let response = public_response(&page(until), &HeaderMap::new(), now);
        response.headers()[header::CACHE_CONTROL].to_str().unwrap().to_owned()
    }

    fn max_age(until: i64, now: i64) -> String {
        max_age_in(0, until, now)
    }

    #[test]
    fn a_page_that_was_changed_on_its_way_is_not_kept() {
        assert_eq!(max_age_in(1, 1_000_000, 0), "no-cache");
    }

    #[test]
    fn no_max_age_goes_beyond_the_validity() {
        assert_eq!(max_age(1_000_000, 0), "public, max-age=60");
        assert_eq!(max_age(10_999, 0), "public, max-age=10");
        assert_eq!(max_age(1000, 0), "public, max-age=1");
        assert_eq!(max_age(999, 0), "no-cache");
        assert_eq!(max_age(1000, 5000), "no-cache");
        assert_eq!(max_age(i64::MAX, 0), "public, max-age=60");
    }
}
