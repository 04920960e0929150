//! Documents to download: `/dokument/{id}/{name}` serves them, `POST /admin/dokument` receives them.

mod form;
mod serve;

use app::admin::receive_document;
use app::documents::DocumentError;
use app::media::intake::QueuePermit;
use app::staff::Role;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::response::Response;
use axum::routing::{MethodRouter, post};

use crate::file_form::{self, ReceivedForm};
use crate::pages::{self, Site};
use crate::staff_route;

pub(crate) use serve::{document, file};

/// A longer body is cut off. A document that is too large but shorter than this is read and dropped: a browser reads the
/// response only when it has sent everything.
const MAX_BODY_BYTES: usize = 64 * 1024 * 1024;

/// Returns the handler of the route that receives documents. Its page is one of the staff's.
pub(crate) fn route() -> MethodRouter<Site> {
    post(receive).fallback(pages::page).layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
}

/// Receives a document. The sender's role is checked before the first byte of the body is read.
async fn receive(State(site): State<Site>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let staff = match staff_route::admit(&site, &head, Role::Writer).await {
        Ok(staff) => staff,
        Err(response) => return response,
    };
    // Held until the document is judged.
    let permit = QueuePermit::take();
    let form = if permit.is_some() {
        let request = Request::from_parts(head.clone(), body);
        file_form::read(request, &form::SHAPE, &site.state.media_folder).await
    } else {
        ReceivedForm::refused(DocumentError::Busy)
    };
    let headers = receive_document(&site.state, &staff, head, form::sent(form)).await;
    staff_route::redirected(&site.error_pages, headers)
}
