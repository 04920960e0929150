//! `/admin/inlagg/{id}/samtycke/underlag`: the form that somebody has signed of whom a text tells. Editors send it and get it back;
//! nobody else does, and no cache keeps it.

use std::time::Duration;

use app::admin::{consent_paper, receive_consent_paper};
use app::consent::{MOST_PAPER_BYTES, Paper, PaperError};
use app::media::intake::QueuePermit;
use app::paths;
use app::posts::PostId;
use app::staff::{Role, Staff};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodRouter, get};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode, header};

use crate::file_form::{self, FileInMemory, FormFault, FormShape};
use crate::pages::Site;
use crate::staff_route;

/// A longer body is cut off. A file that is too large but shorter than this is read and dropped: a browser reads the response only
/// when it has sent everything.
const MAX_BODY_BYTES: usize = 4 * MOST_PAPER_BYTES;
/// Nothing stands beside the file, which comes over a slow mobile network.
const SHAPE: FormShape = FormShape { fields: &[], longest_field: 0, timeout: Duration::from_mins(4) };
/// Nothing of it runs, wherever it is shown.
const POLICY: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/// Returns the handlers of its address.
pub(crate) fn route() -> MethodRouter<Site> {
    get(show).post(receive).layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
}

/// Whether a request sends such a form, which has limits of its own.
pub(crate) fn is_sent_to(method: &Method, path: &str) -> bool {
    let id = path.strip_prefix(paths::POSTS).and_then(|rest| rest.strip_prefix('/')?.split('/').next());
    method == Method::POST && id.is_some_and(|id| path == paths::consent_paper(id))
}

/// Serves the form to an editor.
async fn show(State(site): State<Site>, Path(id): Path<String>, head: Parts) -> Response {
    let post = match editor_for(&site, &head, &id).await {
        Ok((post, _)) => post,
        Err(response) => return response,
    };
    match consent_paper(&site.state, post).await {
        Ok(Some(paper)) => file(post, paper),
        Ok(None) => site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a signed form could not be read");
            site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

fn file(post: PostId, paper: Paper) -> Response {
    // Its own name may be the person's, and would stand in the browser's list of downloads.
    let name = format!("attachment; filename=\"samtycke-{post}.{}\"", paper.format.extension());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(paper.format.media_type())),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    (headers, paper.bytes).into_response()
}

/// Receives a form. The sender's role is checked before the first byte of the body is read.
async fn receive(State(site): State<Site>, Path(id): Path<String>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let (post, staff) = match editor_for(&site, &head, &id).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    // One of a few at a time is in memory.
    let sent = match QueuePermit::take() {
        None => Err(PaperError::Busy),
        Some(_permit) => read(Request::from_parts(head.clone(), body)).await,
    };
    let headers = receive_consent_paper(&site.state, &staff, &head, post, sent).await;
    staff_route::redirected(&site.error_pages, headers)
}

/// Returns the text of an address and the editor who asks, or what to answer to anybody else.
async fn editor_for(site: &Site, head: &Parts, id: &str) -> Result<(PostId, Staff), Response> {
    let staff = staff_route::admit(site, head, Role::Editor).await?;
    let post = id.parse().map_err(|_| site.error_pages.response(StatusCode::NOT_FOUND))?;
    Ok((post, staff))
}

async fn read(request: Request) -> Result<Paper, PaperError> {
    let form = file_form::read::<FileInMemory>(request, &SHAPE, &MOST_PAPER_BYTES).await;
    let file = form.file.map_err(|fault| match fault {
        FormFault::TooLarge => PaperError::TooLarge,
        FormFault::Unreadable | FormFault::LongField | FormFault::Slow => PaperError::Unreadable,
    })?;
    let FileInMemory { sent_name, bytes, .. } = file.ok_or(PaperError::NoFile)?;
    Paper::judge(&sent_name, bytes)
}
