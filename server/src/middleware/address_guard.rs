//! Rejects malformed paths before anything reads them, and drops what nobody can read of a query.

use std::collections::HashSet;

use app::paths;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{StatusCode, Uri};
use percent_encoding::percent_decode_str;

use crate::error_pages::ErrorPages;

/// Longer than any path of the site.
const MAX_PATH_BYTES: usize = 2048;
/// Longer than any value that a page reads, with room for a long search.
const MAX_VALUE_BYTES: usize = 4096;

/// Passes on requests whose path can be one of the site's. Other sites, mails and apps hang their own values on a link:
/// whatever they wrote, the page is the same.
pub(super) async fn check_address(
    State(error_pages): State<ErrorPages>,
    mut request: Request,
    next: Next,
) -> Response {
    let address = request.uri();
    if address.path().len() > MAX_PATH_BYTES {
        return error_pages.response(StatusCode::URI_TOO_LONG);
    }
    if !is_valid_path(address.path()) {
        return error_pages.response(StatusCode::BAD_REQUEST);
    }
    match with_readable_query(address) {
        Ok(None) => {}
        Ok(Some(readable)) => *request.uri_mut() = readable,
        Err(status) => return error_pages.response(status),
    }
    next.run(request).await
}

/// Returns whether a path has neither control characters, encoded slashes, backslashes (which browsers read as
/// slashes), dot segments nor empty segments, which could make `//other.example` of a redirect.
fn is_valid_path(path: &str) -> bool {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return false };
    let inner = decoded.strip_prefix('/').unwrap_or(&decoded);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let encoded_slashes = decoded.matches('/').count() != path.matches('/').count();
    !encoded_slashes
        && !decoded.contains(|c: char| c.is_control() || c == '\\')
        && (inner.is_empty() || inner.split('/').all(|segment| !matches!(segment, "" | "." | "..")))
        && decoded != "//"
}

/// Returns the address without the pairs of its query that nobody can read; `None` when all can be read. A search may be
/// for anything, but not for more than the server wants to read.
fn with_readable_query(address: &Uri) -> Result<Option<Uri>, StatusCode> {
    let Some(query) = address.query() else { return Ok(None) };
    let is_search = |pair: &str| address.path() == paths::SEARCH && pair.starts_with("q=");
    if query.split('&').any(|pair| is_search(pair) && pair.len() > MAX_VALUE_BYTES) {
        return Err(StatusCode::URI_TOO_LONG);
    }
    // A server function refuses a key that comes twice, also one that it does not know.
    let is_function = address.path().starts_with(paths::API);
    let mut seen = HashSet::new();
    let pairs = query.split('&').filter(|pair| seen.insert(key(pair)) || !is_function);
    let kept: Vec<_> = pairs.filter(|pair| is_search(pair) || is_readable(pair)).collect();
    if kept.len() == query.split('&').count() {
        return Ok(None);
    }
    let readable = if kept.is_empty() {
        address.path().to_owned()
    } else {
        format!("{}?{}", address.path(), kept.join("&"))
    };
    readable.parse().map(Some).map_err(|_| StatusCode::BAD_REQUEST)
}

/// Returns whether a pair is short, UTF-8 and without control characters, and has a key that is a name. Brackets
/// would be read as the structure of a server function's arguments, of which none has one.
fn is_readable(pair: &str) -> bool {
    let is_text = |text: &str| {
        percent_decode_str(text).decode_utf8().is_ok_and(|decoded| !decoded.contains(char::is_control))
    };
    let is_name =
        |key: &str| percent_decode_str(key).decode_utf8().is_ok_and(|decoded| !decoded.contains(['[', ']']));
    pair.len() <= MAX_VALUE_BYTES && is_name(key(pair)) && is_text(pair)
}

fn key(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query_of(address: &str) -> String {
        let address: Uri = address.parse().unwrap();
        let readable = with_readable_query(&address).unwrap().unwrap_or(address);
        readable.path_and_query().unwrap().to_string()
    }

    #[test]
    fn addresses_of_the_site_pass() {
        for address in [
            "/",
            "/kalender/2026/lucka/7",
            "/kalender/",
            "/sok?q=t%C3%A5g+%26+b%C3%A5t",
            "/a.b/c..d",
            "/blogg?sida=2",
            "/sok?q=a%00%09%ff",
            "/blogg?utm_source=nyhetsbrev&utm_campaign=f%C3%B6r+alla",
            "/blogg?",
            "/blogg?a&b=&=c",
        ] {
            let parsed: Uri = address.parse().unwrap();
            assert!(is_valid_path(parsed.path()), "{address}");
            assert_eq!(query_of(address), address);
        }
    }

    #[test]
    fn malformed_paths_are_rejected() {
        for address in [
            "/..",
            "/a/../b",
            "/%2e%2e/b",
            "/a/.%2E",
            "//other.example/",
            "/a//b",
            "/%2f%2fother.example",
            "/a%5cb",
            "/\\other.example",
            "/a%00b",
            "/a%0d%0ab",
            "/a%7f",
            "/%ff",
            "/./a",
            "//",
        ] {
            let parsed: Uri = address.parse().unwrap();
            assert!(!is_valid_path(parsed.path()), "{address}");
        }
    }

    #[test]
    fn what_nobody_can_read_of_a_query_is_dropped() {
        assert_eq!(query_of("/blogg?utm_campaign=F%F6r"), "/blogg");
        assert_eq!(query_of("/blogg?sida=2&fbclid=x%0A&vy=lista"), "/blogg?sida=2&vy=lista");
        assert_eq!(query_of("/blogg?a[b=c&sida=3&a%5B%5D=1"), "/blogg?sida=3");
        assert_eq!(query_of(&format!("/blogg?gclid={}&sida=2", "a".repeat(5000))), "/blogg?sida=2");
        assert_eq!(query_of("/api/site/start?x=1&a=2&x=3"), "/api/site/start?x=1&a=2");
        assert_eq!(query_of("/sok?q=a%ff&utm_campaign=F%F6r"), "/sok?q=a%ff");
    }

    #[test]
    fn long_searches_are_rejected() {
        let address = format!("/sok?q={}", "a".repeat(MAX_VALUE_BYTES));
        assert_eq!(with_readable_query(&address.parse().unwrap()), Err(StatusCode::URI_TOO_LONG));
    }
}
