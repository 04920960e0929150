//! A bug in one answer costs that answer, and nothing else.

use std::any::Any;

use axum::response::Response;
use http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;

use crate::error_pages::ErrorPages;

/// Answers 500 with a page that needs nothing that could be broken. The log gets the place from the panic hook.
pub(super) fn layer(
    plain: ErrorPages,
) -> CatchPanicLayer<impl FnMut(Box<dyn Any + Send>) -> Response + Clone + Send + Sync + 'static> {
    CatchPanicLayer::custom(move |_: Box<dyn Any + Send>| plain.answer(StatusCode::INTERNAL_SERVER_ERROR))
}
