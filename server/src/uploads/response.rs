//! The response to an upload: JSON for our client, a redirect or an error page for a plain form.

use app::media::{AddedPicture, PictureError};
use app::paths;
use app::ui::{ErrorText, Light};
use axum::body::Body;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::request::Parts;
use http::{HeaderValue, StatusCode, Uri, header};
use serde_json::{Value, json};

use crate::error_pages::ErrorPages;

const HEADING: &str = "Bilden kunde inte sparas";

/// Returns the response for a picture that was stored.
pub(super) fn added(request: &Parts, added: &AddedPicture, field: &str) -> Response {
    if wants_json(request) {
        let AddedPicture { id, width, height, src, srcset, is_known } = added;
        let body = json!({
            "id": id, "width": width, "height": height, "src": src, "srcset": srcset, "known": is_known,
        });
        return json(StatusCode::CREATED, &body);
    }
    let field = if field.is_empty() { String::new() } else { format!("&falt={field}#{field}") };
    let (page, mark) = referring_page(request);
    Redirect::to(&format!("{page}?{mark}bild={}{field}", added.id)).into_response()
}

/// Returns the response for a picture that was rejected.
pub(super) fn rejected(error_pages: &ErrorPages, request: &Parts, error: PictureError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = if wants_json(request) {
        json(status, &json!({ "code": error.code(), "message": error.to_string() }))
    } else if error == PictureError::LogInFirst {
        Redirect::to(paths::LOG_IN).into_response()
    } else {
        let sentence = &error.to_string();
        let text = ErrorText { light: Light::DoorLamp, heading: HEADING, sentence };
        error_pages.response_with(status, text, "")
    };
    if error == PictureError::Busy {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}

/// Returns whether our client sent a request: it expects JSON.
pub(crate) fn wants_json(request: &Parts) -> bool {
    let accept =
        request.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}

/// Returns the path of the staff's page that the form was on, by the `Referer`, never that of another page, and what its
/// query must keep.
fn referring_page(request: &Parts) -> (String, String) {
    let referer = request.headers.get(header::REFERER).and_then(|referer| referer.to_str().ok());
    let page =
        referer.and_then(|referer| referer.parse::<Uri>().ok()).filter(|page| paths::is_admin(page.path()));
    let Some(page) = page else { return (paths::ADMIN.to_owned(), String::new()) };
    let is_step =
        page.query().is_some_and(|query| query.split('&').any(|pair| pair == paths::FROM_FIRST_HOUR));
    let mark = if is_step { format!("{}&", paths::FROM_FIRST_HOUR) } else { String::new() };
    (page.path().to_owned(), mark)
}

fn json(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
