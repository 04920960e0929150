//! What the sender of a picture is told: our client in JSON, a plain form by another page.

use app::media::{AddedPicture, PictureError};
use app::paths;
use axum::body::Body;
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, StatusCode, Uri, header};
use serde_json::{Value, json};

use crate::error_pages::ErrorPages;

/// The heading over the sentence.
const HEADING: &str = "Bilden kunde inte sparas";

/// It was taken in.
pub(super) fn added(asked: &Parts, added: &AddedPicture) -> Response {
    if wants_json(asked) {
        let AddedPicture { id, width, height, src, srcset } = added;
        let answer = json!({ "id": id, "width": width, "height": height, "src": src, "srcset": srcset });
        return in_json(StatusCode::CREATED, &answer);
    }
    to(&format!("{}?bild={}", page_before(asked), added.id))
}

/// It was not.
pub(super) fn refused(plain: &ErrorPages, asked: &Parts, refusal: PictureError) -> Response {
    let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = if wants_json(asked) {
        in_json(status, &json!({ "code": refusal.code(), "message": refusal.to_string() }))
    } else if refusal == PictureError::LogInFirst {
        to(paths::LOG_IN)
    } else {
        plain.say(status, HEADING, &refusal.to_string())
    };
    if refusal == PictureError::Busy {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}

fn wants_json(asked: &Parts) -> bool {
    let accept =
        asked.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}

/// The staff's page that the form stands on, as far as the browser tells; never a page elsewhere.
fn page_before(asked: &Parts) -> String {
    let referer = asked.headers.get(header::REFERER).and_then(|referer| referer.to_str().ok());
    let page = referer.and_then(|referer| referer.parse::<Uri>().ok()).map(|page| page.path().to_owned());
    page.filter(|path| paths::is_staff_room(path)).unwrap_or_else(|| paths::ADMIN.to_owned())
}

fn to(path: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, path);
    }
    response
}

fn in_json(status: StatusCode, answer: &Value) -> Response {
    let mut response = Response::new(Body::from(answer.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
