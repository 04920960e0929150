//! Limits the time that a request may take.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;

use crate::error_pages::ErrorPages;
use crate::uploads::is_upload;

/// Longer than reading a slow body and rendering a slow page together.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Returns 503 when the time is over.
pub(super) async fn limit_time(
    State(error_pages): State<ErrorPages>,
    request: Request,
    next: Next,
) -> Response {
    // A picture may take longer to send; `uploads` has a limit of its own.
    if is_upload(request.method(), request.uri().path()) {
        return next.run(request).await;
    }
    match tokio::time::timeout(TIMEOUT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => error_pages.response(StatusCode::SERVICE_UNAVAILABLE),
    }
}
