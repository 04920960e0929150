//! Recordings: `/ljud/{id}/inspelning.mp3` serves them, `POST /admin/inlagg/{id}/inspelning` receives them.

mod form;
mod serve;

use std::sync::Arc;

use app::admin::receive_recording;
use app::recordings::RecordingError;
use app::staff::Role;
use axum::extract::{DefaultBodyLimit, Extension, Path, Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodRouter, post};
use http::{StatusCode, header};
use tokio::sync::Semaphore;

use crate::file_form::{self, ReceivedForm};
use crate::pages::{self, Site};
use crate::staff_route;
use crate::uploads::wants_json;

pub(crate) use serve::{file, recording};

/// A longer body is cut off. A recording that is too large but shorter than this is read and dropped: a browser reads the
/// response only when it has sent everything.
const MAX_BODY_BYTES: usize = 160 * 1024 * 1024;
/// How many are received at a time: each may take twenty minutes, and lies on the disk twice meanwhile.
const AT_A_TIME: usize = 6;

/// Returns the handler of the route that receives the recording of a post.
pub(crate) fn route() -> MethodRouter<Site> {
    let places = Extension(Arc::new(Semaphore::new(AT_A_TIME)));
    post(receive).fallback(pages::page).layer((DefaultBodyLimit::max(MAX_BODY_BYTES), places))
}

/// Receives a recording, or what staff do with it. The sender's role is checked before the first byte of the body is read.
async fn receive(
    State(site): State<Site>,
    Extension(places): Extension<Arc<Semaphore>>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let (head, body) = request.into_parts();
    let is_script = wants_json(&head);
    let staff = match staff_route::admit(&site, &head, Role::Writer).await {
        Ok(staff) => staff,
        Err(response) if is_script && response.status().is_redirection() => {
            return StatusCode::UNAUTHORIZED.into_response();
        }
        Err(response) => return response,
    };
    let Ok(id) = id.parse() else { return site.error_pages.response(StatusCode::NOT_FOUND) };
    // Held until the recording is built.
    let place = places.try_acquire();
    let form = if place.is_ok() {
        let request = Request::from_parts(head.clone(), body);
        file_form::read(request, &form::SHAPE, &site.state.media_folder).await
    } else {
        ReceivedForm::refused(RecordingError::Busy)
    };
    let headers = receive_recording(&site.state, &staff, head, id, form::sent(form)).await;
    let response = staff_route::redirected(&site.error_pages, headers);
    if is_script { without_redirect(response) } else { response }
}

/// Returns a response as a script gets it: it would follow a redirect by itself, and what the page says once would be gone.
fn without_redirect(mut response: Response) -> Response {
    if response.status().is_redirection() {
        response.headers_mut().remove(header::LOCATION);
        *response.status_mut() = StatusCode::NO_CONTENT;
    }
    response
}
