//! What the caches in front are told of a page: for how long they may give it.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::page_cache::{CachedPage, Snapshot};

/// The same as `Cache-Control`, for caches in front alone (RFC 9213).
const CDN_CACHE_CONTROL: HeaderName = HeaderName::from_static("cdn-cache-control");
/// The lifetime to the millisecond: a cache that counts seconds would ask without pause during the last one before an
/// opening, which is when most readers come. Our Varnish configuration reads it and takes it away.
pub(super) const LIFETIME: HeaderName = HeaderName::from_static("surrogate-lifetime");
/// The longest in milliseconds, as for browsers: where no cache can be told, what was withdrawn is gone after this.
const LONGEST: i64 = 60_000;

/// Adds the lifetime of a page that anybody may have, or replaces an earlier one. Half of it the page counts as fresh, and half
/// it may still be given while the cache fetches the next, so that nobody waits; it never reaches past the page's next change.
pub(super) fn add(headers: &mut HeaderMap, page: &CachedPage, now: Snapshot) {
    let control = headers.get(header::CACHE_CONTROL).map(HeaderValue::as_bytes);
    let is_public = control.is_some_and(|control| control.starts_with(b"public") || control == b"no-cache");
    if !is_public {
        return;
    }
    let millis = page.lifetime_at(now).clamp(0, LONGEST);
    let control = match millis / 1000 {
        0 => Ok(HeaderValue::from_static("no-cache")),
        1 => Ok(HeaderValue::from_static("max-age=1")),
        seconds => {
            let fresh = seconds - seconds / 2;
            HeaderValue::from_str(&format!("max-age={fresh}, stale-while-revalidate={}", seconds / 2))
        }
    };
    if let (Ok(control), Ok(lifetime)) = (control, HeaderValue::from_str(&format!("{millis}ms"))) {
        headers.insert(CDN_CACHE_CONTROL, control);
        headers.insert(LIFETIME, lifetime);
    }
}

#[cfg(test)]
mod tests {
    use app::time::UnixMillis;
    use bytes::Bytes;

    use super::*;
    use crate::render::RenderedPage;

    fn told(control: &'static str, until: i64, generation: u64) -> (String, String) {
        let rendered_at = Snapshot { millis: UnixMillis(0), generation: 0 };
        let body = Bytes::from_static(b"text");
        let page = CachedPage::compressed(RenderedPage::ok(body, rendered_at, UnixMillis(until)));
        let mut headers = HeaderMap::from_iter([(header::CACHE_CONTROL, HeaderValue::from_static(control))]);
        add(&mut headers, &page, Snapshot { millis: UnixMillis(0), generation });
        let text = |name| headers.get(&name).map(|value: &HeaderValue| value.to_str().unwrap().to_owned());
        (text(CDN_CACHE_CONTROL).unwrap_or_default(), text(LIFETIME).unwrap_or_default())
    }

    #[test]
    fn no_lifetime_goes_beyond_the_next_change() {
        for (until, control, lifetime) in [
            (i64::MAX, "max-age=30, stale-while-revalidate=30", "60000ms"),
            (60_000, "max-age=30, stale-while-revalidate=30", "60000ms"),
            (59_999, "max-age=30, stale-while-revalidate=29", "59999ms"),
            (2_500, "max-age=1, stale-while-revalidate=1", "2500ms"),
            (1_999, "max-age=1", "1999ms"),
            (999, "no-cache", "999ms"),
            (1, "no-cache", "1ms"),
            (0, "no-cache", "0ms"),
            (-5, "no-cache", "0ms"),
        ] {
            assert_eq!(told("public, max-age=60", until, 0), (control.into(), lifetime.into()), "{until}");
        }
        assert_eq!(
            told("public, max-age=60", 60_000, 1),
            ("no-cache".into(), "0ms".into()),
            "it was changed"
        );
    }

    #[test]
    fn what_nobody_may_keep_has_none() {
        for control in ["private, no-store", "no-store", "private, no-cache"] {
            assert_eq!(told(control, 60_000, 0), (String::new(), String::new()), "{control}");
        }
        assert_eq!(told("no-cache", 500, 0), ("no-cache".into(), "500ms".into()));
    }
}
