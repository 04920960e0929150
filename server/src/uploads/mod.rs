//! `POST /admin/bilder`: pictures that staff upload, one with its words or several at once; and `…/{id}/byt`, the file that
//! takes a picture's place.
//!
//! They are larger and slower than any form, so the common limits let them pass and this module has its own. The
//! sender's role is checked before the first byte of the body is read.

mod form;
mod many;
mod response;

use std::time::Duration;

use app::admin::replace_picture;
use app::media::intake::{MOST_BYTES, QueuePermit};
use app::media::{AddedPicture, PictureError, Upload, add};
use app::paths;
use app::staff::{Role, Staff, guard};
use app::state::AppState;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use http::Method;
use http::request::Parts;
use http_body_util::Limited;

pub(crate) use self::response::wants_json;

use self::form::PictureForm;
use crate::consent_paper;
use crate::pages::{self, Site};
use crate::staff_route;

/// A longer body is cut off. A picture that is too large but shorter than this is read and dropped: a browser reads the
/// response only when it has sent everything.
const MAX_BODY_BYTES: usize = 64 * 1024 * 1024;
/// The same for a form with several pictures, of which one at a time is in memory.
const MAX_BYTES_OF_MANY: usize = (many::MAX_FILES + 1) * MOST_BYTES;
/// How long a client may take to send a picture: twelve megabytes over a slow mobile network.
const TIMEOUT: Duration = Duration::from_mins(4);

/// Returns the handler of the library's address.
pub(crate) fn route() -> MethodRouter<Site> {
    limited(post(pictures))
}

/// Returns the handler of the address that receives the file which takes a picture's place.
pub(crate) fn replacement_route() -> MethodRouter<Site> {
    limited(post(replacement))
}

/// Each handler limits its body itself.
fn limited(route: MethodRouter<Site>) -> MethodRouter<Site> {
    route.fallback(pages::page).layer(DefaultBodyLimit::disable())
}

/// Returns whether a request is an upload, which has limits of its own.
pub(crate) fn is_upload(method: &Method, path: &str) -> bool {
    let is_replacement = || {
        let id =
            path.strip_prefix(paths::PICTURES).and_then(|rest| rest.strip_prefix('/')?.strip_suffix("/byt"));
        id.is_some_and(|id| !id.contains('/'))
    };
    let is_recording = || {
        let id = path
            .strip_prefix(paths::POSTS)
            .and_then(|rest| rest.strip_prefix('/')?.strip_suffix("/inspelning"));
        id.is_some_and(|id| !id.contains('/'))
    };
    method == Method::POST
        && ([paths::UPLOADS, paths::STAFF_DOCUMENTS, paths::MOVE_IN].contains(&path)
            || is_recording()
            || is_replacement()
            || consent_paper::is_sent_to(method, path))
}

/// Stores uploaded pictures: several, or one that needs no words yet, where the address says so.
async fn pictures(State(site): State<Site>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let staff = match guard::authorize(&site.state, &head, Role::Writer).await {
        Ok(staff) => staff,
        Err(error) => return response::rejected(&site.error_pages, &head, error.into()),
    };
    let is_for_library = head.uri.query().is_some_and(|query| query.starts_with("flera"));
    if is_for_library && !response::wants_json(&head) {
        let request = Request::from_parts(head.clone(), limit(body, MAX_BYTES_OF_MANY));
        let received = many::receive(&site.state, &staff, request).await;
        let headers = received.files.leave(&site.state, &head, &received.chosen_for).await;
        return staff_route::redirected(&site.error_pages, headers);
    }
    match receive(&site.state, &staff, &head, body, is_for_library).await {
        Ok((added, field)) => response::added(&head, &added, &field),
        Err(error) => response::rejected(&site.error_pages, &head, error),
    }
}

/// Receives a picture, and the field to which it comes back.
async fn receive(
    state: &AppState,
    staff: &Staff,
    head: &Parts,
    body: Body,
    may_lack_words: bool,
) -> Result<(AddedPicture, String), PictureError> {
    let (permit, form) = read(head, body).await?;
    let permit = permit.with_heic_decoder(state.heic_decoder.clone());
    let PictureForm { file, name, alt, decorative, field } = form;
    let decorative = decorative || (may_lack_words && alt.is_empty());
    let upload = Upload { bytes: file, alt, decorative, name, by: Some(staff.id), is_of_its_own: false };
    let added = add(&state.db, &state.media_folder, &state.clock, permit, upload).await?;
    Ok((added, field))
}

/// Reads a form with one picture, once there is a place in the queue for it.
async fn read(head: &Parts, body: Body) -> Result<(QueuePermit, PictureForm), PictureError> {
    let permit = QueuePermit::take().ok_or(PictureError::Busy)?;
    let request = Request::from_parts(head.clone(), limit(body, MAX_BODY_BYTES));
    Ok((permit, form::read(request).await?))
}

fn limit(body: Body, bytes: usize) -> Body {
    Body::new(Limited::new(body, bytes))
}

/// Puts an uploaded file in a picture's place.
async fn replacement(State(site): State<Site>, Path(id): Path<String>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let staff = match guard::authorize(&site.state, &head, Role::Editor).await {
        Ok(staff) => staff,
        Err(error) => return response::rejected(&site.error_pages, &head, error.into()),
    };
    let file = match read(&head, body).await {
        Ok((_, form)) if form.file.is_empty() => Err(PictureError::NoFile),
        Ok((permit, form)) => Ok((permit.with_heic_decoder(site.state.heic_decoder.clone()), form.file)),
        Err(error) => Err(error),
    };
    let headers = replace_picture(&site.state, &head, &staff, &id, file).await;
    staff_route::redirected(&site.error_pages, headers)
}
