//! Rejects cross-site requests that would change something.

use axum::response::Response;
use http::StatusCode;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::error_pages::ErrorPages;

/// Checks `Sec-Fetch-Site` and `Origin`. A request with neither comes from no browser, so it carries nobody's cookies
/// without their knowledge.
pub(super) fn layer(
    error_pages: ErrorPages,
) -> CsrfLayer<impl FnMut(ProtectionError) -> Response + Clone + Send + Sync + 'static> {
    CsrfLayer::new()
        .with_rejection_response(move |_: ProtectionError| error_pages.response(StatusCode::FORBIDDEN))
}
