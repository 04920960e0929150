//! Rejects malformed addresses before anything reads them.

use app::paths;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{StatusCode, Uri};
use percent_encoding::percent_decode_str;

use crate::error_pages::ErrorPages;

/// Longer than any address of the site, with room for a long search.
const MAX_BYTES: usize = 4096;

/// Passes on requests whose address can be one of the site's.
pub(super) async fn check_address(
    State(error_pages): State<ErrorPages>,
    request: Request,
    next: Next,
) -> Response {
    match rejection(request.uri()) {
        Some(status) => error_pages.response(status),
        None => next.run(request).await,
    }
}

fn rejection(address: &Uri) -> Option<StatusCode> {
    let query = address.query().unwrap_or("");
    if address.path().len() + query.len() > MAX_BYTES {
        return Some(StatusCode::URI_TOO_LONG);
    }
    // A search may be for anything.
    let is_valid =
        is_valid_path(address.path()) && (address.path() == paths::SEARCH || is_valid_query(query));
    (!is_valid).then_some(StatusCode::BAD_REQUEST)
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

fn is_valid_query(query: &str) -> bool {
    percent_decode_str(query).decode_utf8().is_ok_and(|decoded| !decoded.contains(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(rejection(&address.parse().unwrap()), None, "{address}");
        }
    }

    #[test]
    fn malformed_addresses_are_rejected() {
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
            "/a?q=%0a",
            "/./a",
            "//",
        ] {
            assert_eq!(rejection(&address.parse().unwrap()), Some(StatusCode::BAD_REQUEST), "{address}");
        }
    }

    #[test]
    fn long_addresses_are_rejected() {
        let address = format!("/sok?q={}", "a".repeat(MAX_BYTES));
        assert_eq!(rejection(&address.parse().unwrap()), Some(StatusCode::URI_TOO_LONG));
    }
}
