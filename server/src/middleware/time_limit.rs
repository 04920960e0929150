//! No request keeps the server for ever.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;

use crate::error_pages::ErrorPages;
use crate::uploads::is_upload;

/// Longer than reading a slow body and rendering a slow page together.
const LIMIT: Duration = Duration::from_secs(30);

/// Gives up with 503.
pub(super) async fn limit_time(State(plain): State<ErrorPages>, request: Request, next: Next) -> Response {
    // A picture may take longer to send, and has a limit of its own.
    if is_upload(request.method(), request.uri().path()) {
        return next.run(request).await;
    }
    match tokio::time::timeout(LIMIT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => plain.answer(StatusCode::SERVICE_UNAVAILABLE),
    }
}
