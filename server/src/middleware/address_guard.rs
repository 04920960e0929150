//! Refuses addresses that no link of ours has, before anything reads them.

use app::paths;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{StatusCode, Uri};
use percent_encoding::percent_decode_str;

use crate::error_pages::ErrorPages;

/// Longer than any address of the site, with room for a long search.
const LONGEST: usize = 4096;

/// Lets through what can be an address of the site.
pub(super) async fn check_address(State(plain): State<ErrorPages>, request: Request, next: Next) -> Response {
    match problem(request.uri()) {
        Some(status) => plain.answer(status),
        None => next.run(request).await,
    }
}

fn problem(address: &Uri) -> Option<StatusCode> {
    let query = address.query().unwrap_or("");
    if address.path().len() + query.len() > LONGEST {
        return Some(StatusCode::URI_TOO_LONG);
    }
    // What somebody types into the search is text, whatever it is.
    let fits = fits_path(address.path()) && (address.path() == paths::SEARCH || fits_query(query));
    (!fits).then_some(StatusCode::BAD_REQUEST)
}

/// Slashes, however written, separate; a step upwards or a backslash (which browsers read as a slash) is nobody's
/// honest wish; an empty step could make `//other.example` of a redirect.
fn fits_path(path: &str) -> bool {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return false };
    let inner = decoded.strip_prefix('/').unwrap_or(&decoded);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let encoded_slashes = decoded.matches('/').count() != path.matches('/').count();
    !encoded_slashes
        && !decoded.contains(|sign: char| sign.is_control() || sign == '\\')
        && (inner.is_empty() || inner.split('/').all(|step| !matches!(step, "" | "." | "..")))
        && decoded != "//"
}

fn fits_query(query: &str) -> bool {
    percent_decode_str(query).decode_utf8().is_ok_and(|decoded| !decoded.contains(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_addresses_pass() {
        for address in [
            "/",
            "/kalender/2026/lucka/7",
            "/kalender/",
            "/sok?q=t%C3%A5g+%26+b%C3%A5t",
            "/a.b/c..d",
            "/blogg?sida=2",
            "/sok?q=a%00%09%ff",
        ] {
            assert_eq!(problem(&address.parse().unwrap()), None, "{address}");
        }
    }

    #[test]
    fn crooked_addresses_do_not() {
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
            assert_eq!(problem(&address.parse().unwrap()), Some(StatusCode::BAD_REQUEST), "{address}");
        }
    }

    #[test]
    fn endless_addresses_do_not_either() {
        let address = format!("/sok?q={}", "a".repeat(LONGEST));
        assert_eq!(problem(&address.parse().unwrap()), Some(StatusCode::URI_TOO_LONG));
    }
}
