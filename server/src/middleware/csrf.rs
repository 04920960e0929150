//! Refuses changes that another site's page asks for in a visitor's name.

use axum::response::Response;
use http::StatusCode;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::error_pages::ErrorPages;

/// Judges by `Sec-Fetch-Site` and `Origin`. A request with neither comes from no browser, so it carries
/// nobody's cookies without their knowledge.
pub(super) fn layer(
    plain: ErrorPages,
) -> CsrfLayer<impl FnMut(ProtectionError) -> Response + Clone + Send + Sync + 'static> {
    CsrfLayer::new().with_rejection_response(move |_: ProtectionError| plain.answer(StatusCode::FORBIDDEN))
}
