//! Documents to download: `/dokument/{id}/{name}` serves them, `POST /admin/dokument` receives them.

mod form;
mod serve;

use app::admin::receive_document;
use app::documents::DocumentError;
use app::error::AppError;
use app::media::intake::QueuePermit;
use app::paths;
use app::staff::{Role, guard};
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use http::{HeaderValue, StatusCode, header};

use crate::file_form::{self, ReceivedForm};
use crate::pages::{self, Site};

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
    let staff = match guard::authorize(&site.state, &head, Role::Writer).await {
        Ok(staff) => staff,
        Err(AppError::LogInFirst) => return see_other(paths::LOG_IN),
        Err(AppError::Forbidden) => return site.error_pages.response(StatusCode::FORBIDDEN),
        Err(_) => return site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR),
    };
    // Held until the document is judged.
    let permit = QueuePermit::take();
    let form = if permit.is_some() {
        let request = Request::from_parts(head.clone(), body);
        file_form::read(request, &form::SHAPE, &site.state.media_folder).await
    } else {
        ReceivedForm::refused(DocumentError::Busy)
    };
    match receive_document(&site.state, &staff, head, form::sent(form)).await {
        Ok(headers) => {
            let mut response = see_other(paths::STAFF_DOCUMENTS);
            response.headers_mut().extend(headers);
            response
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            site.error_pages.response(status)
        }
    }
}

fn see_other(path: &'static str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(path));
    response
}
