//! `/media/{id}/{variant}`: pictures, for the public while something public shows them, for staff always.

use std::path::PathBuf;

use app::consent::store::next_end;
use app::error::AppError;
use app::media::PictureId;
use app::media::store::{Variant, any_variant, public_variant};
use app::staff::guard;
use app::state::AppState;
use app::time::{MINUTE, UnixMillis};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use crate::front::{While, mark};
use crate::page_cache::is_not_modified;
use crate::pages::Site;
use crate::render::snapshot;
use crate::static_files::CHUNK_BYTES;

/// As short as for pages: a picture whose text was withdrawn is gone everywhere within a minute.
const CACHE_PUBLIC: &str = "public, max-age=60";
/// Asked for each time: within a minute something may not be public any more.
pub(crate) const CACHE_LAST_MINUTE: &str = "no-cache";
/// Asked for each time, so that access ends with the session.
const CACHE_STAFF: &str = "private, no-cache";

/// Media type of drawings.
const SVG: &str = "image/svg+xml";
/// The content security policy of a drawing that somebody sent. It was rebuilt without anything that runs or loads; should
/// that fail one day, it still can do neither, also when it is opened by itself. Its groups may have a style.
pub(crate) const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'; sandbox";

/// Serves a picture. Returns the same 404 for what does not exist and for what is not public yet.
pub(crate) async fn picture(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    request: Parts,
) -> Response {
    let state = &site.state;
    let now = snapshot(state);
    let Ok(id) = id.parse() else { return site.error_pages.response(StatusCode::NOT_FOUND) };
    let (variant, cache_control) = match find(state, &request, id, &name).await {
        Ok(Some(found)) => found,
        Ok(None) => return site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a picture could not be looked up");
            return site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR);
        }
    };
    let mut response = file(&site, &request, id, &variant, cache_control).await;
    if cache_control == CACHE_PUBLIC {
        match until(state, now.millis).await {
            Ok(end) if now.millis < end => mark(&mut response, While::SameContent(now, end)),
            Ok(_) => {
                response
                    .headers_mut()
                    .insert(header::CACHE_CONTROL, HeaderValue::from_static(CACHE_LAST_MINUTE));
            }
            Err(error) => tracing::error!(%error, "it could not be read until when a picture is public"),
        }
    }
    response
}

/// Returns until when what is public now may be given with [`CACHE_PUBLIC`]: a minute before the next consent ends, so that no
/// cache has it beyond.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn until(state: &AppState, now: UnixMillis) -> Result<UnixMillis, sqlx::Error> {
    let end = next_end(state.db.reader(), now).await?;
    Ok(end.map_or(UnixMillis::MAX, |end| end - MINUTE))
}

/// Serves the file of a picture to somebody who may see it.
pub(crate) async fn file(
    site: &Site,
    request: &Parts,
    id: PictureId,
    variant: &Variant,
    cache_control: &'static str,
) -> Response {
    // A file never changes under its name.
    let etag = format!("\"{id}-{}\"", variant.name);
    let now = site.state.clock.now_millis();
    let mut response = if is_not_modified(&request.headers, &etag, None, now) {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        let path = site.state.media_folder.join(id.to_string()).join(&variant.name);
        read(path, request).await
    };
    if !response.status().is_success() && response.status() != StatusCode::NOT_MODIFIED {
        tracing::error!(%id, variant.name, status = response.status().as_u16(), "a picture's file cannot be read");
        return site.error_pages.response(unreadable(response.status()));
    }
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    if cache_control == CACHE_PUBLIC {
        // As with the site's files: a sandboxed frame of this site counts as another origin.
        headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    }
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Ok(media_type) = HeaderValue::from_str(&variant.media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    if variant.media_type == SVG {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(DRAWING_POLICY));
    }
    response
}

/// Returns the status for a file that the database knows and that could not be read: it is not there, or it cannot be opened
/// just now, as when too many files are open.
pub(crate) fn unreadable(status: StatusCode) -> StatusCode {
    if status.is_server_error() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::NOT_FOUND }
}

/// Reads a file piece by piece: thousands of clients that read slowly must not hold thousands of whole pictures in
/// memory. Answers `If-Modified-Since`, unless the request has a tag, which decides.
async fn read(path: PathBuf, request: &Parts) -> Response {
    let mut file = http::Request::new(Body::empty());
    *file.method_mut() = request.method.clone();
    if !request.headers.contains_key(header::IF_NONE_MATCH)
        && let Some(since) = request.headers.get(header::IF_MODIFIED_SINCE)
    {
        file.headers_mut().insert(header::IF_MODIFIED_SINCE, since.clone());
    }
    match ServeFile::new(path).with_buf_chunk_size(CHUNK_BYTES).oneshot(file).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
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
    if public.is_some() {
        return Ok(public.map(|variant| (variant, CACHE_PUBLIC)));
    }
    match guard::authenticate(state, request).await? {
        Some(_) => Ok(any_variant(reader, id, name).await?.map(|variant| (variant, CACHE_STAFF))),
        None => Ok(None),
    }
}
