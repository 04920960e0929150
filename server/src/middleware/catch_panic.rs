//! Catches panics: a bug in one handler costs one response.

use std::any::Any;

use axum::response::Response;
use http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;

use crate::error_pages::ErrorPages;

/// Returns 500 with an error page that needs nothing that could be broken. The panic hook logs the location.
pub(super) fn layer(
    error_pages: ErrorPages,
) -> CatchPanicLayer<impl FnMut(Box<dyn Any + Send>) -> Response + Clone + Send + Sync + 'static> {
    CatchPanicLayer::custom(move |_: Box<dyn Any + Send>| {
        error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
    })
}
