//! `POST /admin/bilder`: pictures that staff upload.
//!
//! They are larger and slower than any form, so the common limits let them pass and this module has its own. The
//! sender's role is checked before the first byte of the body is read.

mod form;
mod response;

use std::time::Duration;

use app::media::intake::QueuePermit;
use app::media::{AddedPicture, PictureError, Upload, add};
use app::paths;
use app::staff::{Role, Staff, guard};
use app::state::AppState;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use http::Method;
use http::request::Parts;

use crate::pages::{self, Site};

/// A longer body is cut off. A picture that is too large but shorter than this is read and dropped: a browser reads the
/// response only when it has sent everything.
const MAX_BODY_BYTES: usize = 64 * 1024 * 1024;
/// How long a client may take to send the form: twelve megabytes over a slow mobile network.
const TIMEOUT: Duration = Duration::from_mins(4);

/// Returns the handler of the route.
pub(crate) fn route() -> MethodRouter<Site> {
    post(picture).fallback(pages::page).layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
}

/// Returns whether a request is an upload, which has limits of its own.
pub(crate) fn is_upload(method: &Method, path: &str) -> bool {
    method == Method::POST && path == paths::UPLOADS
}

/// Stores an uploaded picture.
async fn picture(State(site): State<Site>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let result = match guard::authorize(&site.state, &head, Role::Writer).await {
        Ok(staff) => receive(&site.state, &staff, &head, body).await,
        Err(error) => Err(error.into()),
    };
    match result {
        Ok(added) => response::added(&head, &added),
        Err(error) => response::rejected(&site.error_pages, &head, error),
    }
}

async fn receive(
    state: &AppState,
    staff: &Staff,
    head: &Parts,
    body: Body,
) -> Result<AddedPicture, PictureError> {
    let permit = QueuePermit::take().ok_or(PictureError::Busy)?;
    let request = Request::from_parts(head.clone(), body);
    let form = tokio::time::timeout(TIMEOUT, form::read(request)).await.map_err(|_| PictureError::Slow)??;
    let upload = Upload { bytes: form.file, alt: form.alt, decorative: form.decorative, by: staff.id };
    add(&state.db, &state.media_folder, &state.clock, permit, upload).await
}
