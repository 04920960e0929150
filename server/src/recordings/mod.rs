//! Recordings: `/ljud/{id}/inspelning.mp3` serves them, `POST /admin/inlagg/{id}/inspelning` receives them.

mod form;
mod serve;

use std::time::Duration;

use app::admin::{SentRecording, receive_recording};
use app::error::AppError;
use app::media::intake::QueuePermit;
use app::paths;
use app::recordings::RecordingError;
use app::staff::{Role, guard};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodRouter, post};
use http::{StatusCode, header};

use crate::pages::{self, Site};
use crate::uploads::wants_json;

pub(crate) use serve::{file, recording};

/// A longer body is cut off. A recording that is too large but shorter than this is read and dropped: a browser reads the
/// response only when it has sent everything.
const MAX_BODY_BYTES: usize = 160 * 1024 * 1024;
/// How long a client may take to send the form: 60 megabytes over a slow mobile network.
const TIMEOUT: Duration = Duration::from_mins(20);

/// Returns the handler of the route that receives the recording of a post.
pub(crate) fn route() -> MethodRouter<Site> {
    post(receive).fallback(pages::page).layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
}

/// Receives a recording, or what staff do with it. The sender's role is checked before the first byte of the body is read.
async fn receive(State(site): State<Site>, Path(id): Path<String>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let is_script = wants_json(&head);
    let staff = match guard::authorize(&site.state, &head, Role::Writer).await {
        Ok(staff) => staff,
        Err(AppError::LogInFirst) if is_script => return StatusCode::UNAUTHORIZED.into_response(),
        Err(AppError::LogInFirst) => return Redirect::to(paths::LOG_IN).into_response(),
        Err(AppError::Forbidden) => return site.error_pages.response(StatusCode::FORBIDDEN),
        Err(_) => return site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR),
    };
    let Ok(id) = id.parse() else { return site.error_pages.response(StatusCode::NOT_FOUND) };
    // Held until the recording is built.
    let permit = QueuePermit::take();
    let sent = if permit.is_some() {
        form::read(&site.state.media_folder, Request::from_parts(head.clone(), body), TIMEOUT).await
    } else {
        SentRecording { refusal: Some(RecordingError::Busy), ..SentRecording::default() }
    };
    match receive_recording(&site.state, &staff, head, id, sent).await {
        Ok(headers) => {
            let mut response = Redirect::to(paths::POSTS).into_response();
            response.headers_mut().extend(headers);
            if is_script {
                // It would follow the redirect by itself, and what the page says once would be gone.
                response.headers_mut().remove(header::LOCATION);
                *response.status_mut() = StatusCode::NO_CONTENT;
            }
            response
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            site.error_pages.response(status)
        }
    }
}
