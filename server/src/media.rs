//! `/media/{id}/{variant}`: pictures, as long as something public shows them; for staff always.

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

use crate::page_cache::is_known;
use crate::pages::Site;

/// As long as a page: a picture whose text was withdrawn is gone everywhere within a minute.
const LIFETIME: &str = "public, max-age=60";
/// What only staff may see is asked for each time, so that it ends with the session.
const LIFETIME_FOR_STAFF: &str = "private, no-cache";

/// Answers 404 for what is not there and for what is not public yet, in the same words.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    asked: Parts,
) -> Response {
    let state = &site.state;
    let Ok(id) = id.parse() else { return site.plain.answer(StatusCode::NOT_FOUND) };
    let (variant, lifetime) = match find(state, &asked, id, &name).await {
        Ok(Some(found)) => found,
        Ok(None) => return site.plain.answer(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a picture could not be looked up");
            return site.plain.answer(StatusCode::INTERNAL_SERVER_ERROR);
        }
    };
    file(&site, &asked, id, &variant, lifetime).await
}

/// The file itself, to somebody who may have it.
pub(crate) async fn file(
    site: &Site,
    asked: &Parts,
    id: PictureId,
    variant: &Variant,
    lifetime: &'static str,
) -> Response {
    let state = &site.state;
    // A file never changes under its name.
    let etag = format!("\"{id}-{}\"", variant.name);
    if is_known(&asked.headers, &etag) {
        return answer(StatusCode::NOT_MODIFIED, variant, lifetime, &etag, Body::empty());
    }
    match tokio::fs::read(state.media_folder.join(id.to_string()).join(&variant.name)).await {
        Ok(bytes) => answer(StatusCode::OK, variant, lifetime, &etag, bytes.into()),
        Err(error) => {
            tracing::error!(%error, %id, variant.name, "a picture's file is missing");
            site.plain.answer(StatusCode::NOT_FOUND)
        }
    }
}

/// What the asker may see of a picture, and how long it may be kept.
async fn find(
    state: &AppState,
    asked: &Parts,
    id: PictureId,
    name: &str,
) -> Result<Option<(Variant, &'static str)>, AppError> {
    let reader = state.db.reader();
    let public = public_variant(reader, id, name, state.clock.now_millis()).await?;
    if public.is_some() || !cookies::are_sent(&asked.headers) {
        return Ok(public.map(|variant| (variant, LIFETIME)));
    }
    match guard::staff_of(state, asked).await? {
        Some(_) => Ok(any_variant(reader, id, name).await?.map(|variant| (variant, LIFETIME_FOR_STAFF))),
        None => Ok(None),
    }
}

fn answer(status: StatusCode, variant: &Variant, lifetime: &'static str, etag: &str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(lifetime));
    if let Ok(etag) = HeaderValue::from_str(etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Ok(media_type) = HeaderValue::from_str(&variant.media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    headers.insert(header::CONTENT_LENGTH, variant.bytes.into());
    response
}
