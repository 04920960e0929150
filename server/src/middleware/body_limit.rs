//! Reads the whole body of a request before any handler runs, with a limit in size and time.

use std::time::Duration;

use app::paths;
use axum::body::{Body, HttpBody as _};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use http::StatusCode;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use crate::error_pages::ErrorPages;
use crate::uploads::is_upload;

/// Enough for any form but the editor's.
const MAX_BYTES: usize = 64 * 1024;
/// Enough for a text: a book of 300 pages has about half as much.
const MAX_TEXT_BYTES: usize = 1024 * 1024;
/// Enough for a message that is several times too long: it is refused with its words, not by an error page.
const MAX_FEEDBACK_BYTES: usize = 256 * 1024;
/// The paths that the editor sends texts to.
const TEXT_PATHS: &str = "/api/text/";
/// How long a client may take to send the body.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Rejects bodies that are too large (413) or take too long (408).
pub(super) async fn limit_body(
    State(error_pages): State<ErrorPages>,
    request: Request,
    next: Next,
) -> Response {
    // A picture is larger, and is not read before its sender is known.
    if is_upload(request.method(), request.uri().path()) {
        return next.run(request).await;
    }
    let (head, body) = request.into_parts();
    let max = match head.uri.path() {
        path if path.starts_with(TEXT_PATHS) => MAX_TEXT_BYTES,
        paths::FEEDBACK => MAX_FEEDBACK_BYTES,
        _ => MAX_BYTES,
    };
    match read(body, max).await {
        Ok(bytes) => next.run(Request::from_parts(head, Body::from(bytes))).await,
        Err(status) => {
            let mut response = error_pages.response(status);
            // The rest of the body is not read, so the connection cannot be used again.
            response.headers_mut().insert(http::header::CONNECTION, http::HeaderValue::from_static("close"));
            response
        }
    }
}

async fn read(body: Body, max: usize) -> Result<Bytes, StatusCode> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    if body.size_hint().lower() > max as u64 {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    match tokio::time::timeout(TIMEOUT, Limited::new(body, max).collect()).await {
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Ok(Err(_)) => Err(StatusCode::BAD_REQUEST),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}
