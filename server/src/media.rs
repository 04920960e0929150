//! `/media/{id}/{variant}`: pictures, for the public while something public shows them, for staff always.

use app::error::AppError;
use app::media::PictureId;
use app::media::store::{Variant, any_variant, public_variant};
use app::staff::{cookies, guard};
use app::state::AppState;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

use crate::page_cache::is_not_modified;
use crate::pages::Site;

/// As short as for pages: a picture whose text was withdrawn is gone everywhere within a minute.
const CACHE_PUBLIC: &str = "public, max-age=60";
/// Asked for each time, so that access ends with the session.
const CACHE_STAFF: &str = "private, no-cache";

/// Serves a picture. Returns the same 404 for what does not exist and for what is not public yet.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    request: Parts,
) -> Response {
    let state = &site.state;
    let Ok(id) = id.parse() else { return site.error_pages.response(StatusCode::NOT_FOUND) };
    let (variant, cache_control) = match find(state, &request, id, &name).await {
        Ok(Some(found)) => found,
        Ok(None) => return site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a picture could not be looked up");
            return site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR);
        }
    };
    file(&site, &request, id, &variant, cache_control).await
}

/// Serves the file of a picture to somebody who may see it.
pub(crate) async fn file(
    site: &Site,
    request: &Parts,
    id: PictureId,
    variant: &Variant,
    cache_control: &'static str,
) -> Response {
    let state = &site.state;
    // A file never changes under its name.
    let etag = format!("\"{id}-{}\"", variant.name);
    if is_not_modified(&request.headers, &etag) {
        return respond(StatusCode::NOT_MODIFIED, variant, cache_control, &etag, Body::empty());
    }
    match tokio::fs::read(state.media_folder.join(id.to_string()).join(&variant.name)).await {
        Ok(bytes) => respond(StatusCode::OK, variant, cache_control, &etag, bytes.into()),
        Err(error) => {
            tracing::error!(%error, %id, variant.name, "a picture's file is missing");
            site.error_pages.response(StatusCode::NOT_FOUND)
        }
    }
}

/// Finds a variant that the client may see, and its `Cache-Control`.
async fn find(
    state: &AppState,
    request: &Parts,
    id: PictureId,
    name: &str,
) -> Result<Option<(Variant, &'static str)>, AppError> {
    let reader = state.db.reader();
    let public = public_variant(reader, id, name, state.clock.now_millis()).await?;
    if public.is_some() || !cookies::are_sent(&request.headers) {
        return Ok(public.map(|variant| (variant, CACHE_PUBLIC)));
    }
    match guard::authenticate(state, request).await? {
        Some(_) => Ok(any_variant(reader, id, name).await?.map(|variant| (variant, CACHE_STAFF))),
        None => Ok(None),
    }
}

fn respond(
    status: StatusCode,
    variant: &Variant,
    cache_control: &'static str,
    etag: &str,
    body: Body,
) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    if let Ok(etag) = HeaderValue::from_str(etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Ok(media_type) = HeaderValue::from_str(&variant.media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    headers.insert(header::CONTENT_LENGTH, variant.bytes.into());
    response
}
