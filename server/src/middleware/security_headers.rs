//! The security headers of every response.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, header};

const FIXED: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Forms without JavaScript are led back to the page they came from; other sites need not know it.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// The content security policy of everything but pages: a file shown by itself may load and run nothing.
const FILE_POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Returns the content security policy of a page whose own scripts carry this nonce. With `may_frame` it may frame
/// other pages of the site that allow it.
pub(crate) fn page_policy(nonce: Option<&str>, may_frame: bool) -> String {
    let nonce = nonce.map(|nonce| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    let frames = if may_frame { " frame-src 'self';" } else { "" };
    format!(
        "default-src 'none'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         media-src 'self'; font-src 'self'; connect-src 'self';{frames} manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         object-src 'none'; frame-ancestors 'none'"
    )
}

/// The first part of the content security policy of a page that runs no script.
pub(crate) const SCRIPTLESS_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; \
     font-src 'self'; base-uri 'none'; object-src 'none'";

/// Adds the headers that a response does not have yet. A page has its own policy, with its nonce. A response without
/// `Cache-Control` is not cached.
pub(super) async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY)
        && let Ok(policy) = default_policy(headers)
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn default_policy(headers: &HeaderMap) -> Result<HeaderValue, http::header::InvalidHeaderValue> {
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|media_type| media_type.as_bytes().starts_with(b"text/html"));
    if is_page {
        HeaderValue::from_str(&page_policy(None, false))
    } else {
        Ok(HeaderValue::from_static(FILE_POLICY))
    }
}
