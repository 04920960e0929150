//! Takes in the whole body of a request before anybody works on it: not too much, and not too slowly.

use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use http::StatusCode;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use crate::error_pages::ErrorPages;
use crate::uploads::is_upload;

/// Room for any form that is not a text being written.
const MOST_BYTES: usize = 64 * 1024;
/// Room for a text: a book of 300 pages has about half as much.
const MOST_OF_A_TEXT: usize = 1024 * 1024;
/// Where texts are sent to.
const TEXTS: &str = "/api/text/";
/// How long a client may take to send it.
const SEND_LIMIT: Duration = Duration::from_secs(10);

/// Refuses bodies that are too large (413) or take too long (408).
pub(super) async fn limit_body(State(plain): State<ErrorPages>, request: Request, next: Next) -> Response {
    // A picture is larger, and is not read before it is known who sends it.
    if is_upload(request.method(), request.uri().path()) {
        return next.run(request).await;
    }
    let (head, body) = request.into_parts();
    let most = if head.uri.path().starts_with(TEXTS) { MOST_OF_A_TEXT } else { MOST_BYTES };
    match take_in(body, most).await {
        Ok(bytes) => next.run(Request::from_parts(head, Body::from(bytes))).await,
        Err(status) => {
            let mut response = plain.answer(status);
            // The rest of the body is still on its way; nobody reads it.
            response.headers_mut().insert(http::header::CONNECTION, http::HeaderValue::from_static("close"));
            response
        }
    }
}

async fn take_in(body: Body, most: usize) -> Result<Bytes, StatusCode> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    if body.size_hint().lower() > most as u64 {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    match tokio::time::timeout(SEND_LIMIT, Limited::new(body, most).collect()).await {
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Ok(Err(_)) => Err(StatusCode::BAD_REQUEST),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}
