//! `POST /admin/bilder`: pictures that staff send.
//!
//! They are larger than any form and come more slowly, so the common limits let them pass, and this room has its
//! own. Who may is asked before the first byte of the body is read.

mod answer;
mod form;

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

/// Of what is larger, not even the end is waited for. What is larger than a picture may be and smaller than this
/// is read and let go of: a browser reads the answer only when it has sent everything.
const MOST_BYTES_READ: usize = 64 * 1024 * 1024;
/// How long a client may take to send it: twelve megabytes from a telephone in the country.
const SEND_LIMIT: Duration = Duration::from_mins(4);

/// The route.
pub(crate) fn route() -> MethodRouter<Site> {
    post(picture).fallback(pages::page).layer(DefaultBodyLimit::max(MOST_BYTES_READ))
}

/// Whether a request has limits of its own.
pub(crate) fn is_upload(method: &Method, path: &str) -> bool {
    method == Method::POST && path == paths::PICTURES
}

/// Takes a picture in.
async fn picture(State(site): State<Site>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let taken = match guard::require_of(&site.state, &head, Role::Writer).await {
        Ok(staff) => take_in(&site.state, &staff, &head, body).await,
        Err(error) => Err(error.into()),
    };
    match taken {
        Ok(added) => answer::added(&head, &added),
        Err(refusal) => answer::refused(&site.plain, &head, refusal),
    }
}

async fn take_in(
    state: &AppState,
    staff: &Staff,
    head: &Parts,
    body: Body,
) -> Result<AddedPicture, PictureError> {
    let place = QueuePermit::take().ok_or(PictureError::Busy)?;
    let request = Request::from_parts(head.clone(), body);
    let form =
        tokio::time::timeout(SEND_LIMIT, form::read(request)).await.map_err(|_| PictureError::Slow)??;
    let upload = Upload { bytes: form.file, alt: form.alt, decorative: form.decorative, by: staff.id };
    add(&state.db, &state.media_folder, &state.clock, place, upload).await
}
