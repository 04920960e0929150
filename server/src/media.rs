//! `/media/{id}/{variant}`: pictures, as long as something public shows them.

use app::media::store::{Variant, public_variant};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::cache::is_known;
use crate::pages::Site;

/// As long as a page: a picture whose text was withdrawn is gone everywhere within a minute.
const LIFETIME: &str = "public, max-age=60";

/// Answers 404 for what is not there and for what is not public yet, in the same words.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    asked: HeaderMap,
) -> Response {
    let state = &site.state;
    let variant = match public_variant(state.db.reader(), &id, &name, state.clock.now_millis()).await {
        Ok(Some(variant)) => variant,
        Ok(None) => return site.plain.answer(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a picture could not be looked up");
            return site.plain.answer(StatusCode::INTERNAL_SERVER_ERROR);
        }
    };
    // A file never changes under its name.
    let etag = format!("\"{id}-{}\"", variant.name);
    if is_known(&asked, &etag) {
        return answer(StatusCode::NOT_MODIFIED, &variant, &etag, Body::empty());
    }
    match tokio::fs::read(state.media_folder.join(&id).join(&variant.name)).await {
        Ok(bytes) => answer(StatusCode::OK, &variant, &etag, bytes.into()),
        Err(error) => {
            tracing::error!(%error, id, name, "a picture's file is missing");
            site.plain.answer(StatusCode::NOT_FOUND)
        }
    }
}

fn answer(status: StatusCode, variant: &Variant, etag: &str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(LIFETIME));
    if let Ok(etag) = HeaderValue::from_str(etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Ok(media_type) = HeaderValue::from_str(&variant.media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    headers.insert(header::CONTENT_LENGTH, variant.bytes.into());
    response
}
