//! `/ljud/{id}/inspelning.{format}`: a recording, for the public while its text is, for staff always.
//!
//! A player asks for parts of it, and Safari plays nothing from a server that does not give them.

use app::error::AppError;
use app::recordings::store::{any, public};
use app::recordings::{FILE, Recording, RecordingId};
use app::staff::guard;
use app::state::AppState;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use crate::documents::wanted_range;
use crate::media::{CACHE_LAST_MINUTE, unreadable, until};
use crate::page_cache::is_not_modified;
use crate::pages::Site;
use crate::static_files::CHUNK_BYTES;

/// As short as for pages: a recording whose text was withdrawn is gone everywhere within a minute.
const CACHE_PUBLIC: &str = "public, max-age=60";
/// Asked for each time, so that access ends with the session.
const CACHE_STAFF: &str = "private, no-cache";
/// Whoever opens it by itself gets the browser's own player, which is a page with a style.
const POLICY: &str = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'";

/// Serves a recording. Returns the same 404 for what does not exist and for what is not public.
pub(crate) async fn recording(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    request: Parts,
) -> Response {
    let found = match id.parse() {
        Ok(id) => find(&site.state, &request, id).await,
        Err(_) => Ok(None),
    };
    match found {
        Ok(Some((recording, cache_control))) if recording.path().ends_with(&format!("/{name}")) => {
            file(&site, &request, &recording, cache_control).await
        }
        Ok(_) => site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a recording could not be looked up");
            site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Finds a recording that the client may have, and its `Cache-Control`.
async fn find(
    state: &AppState,
    request: &Parts,
    id: RecordingId,
) -> Result<Option<(Recording, &'static str)>, AppError> {
    let reader = state.db.reader();
    let now = state.clock.now_millis();
    if let Some(public) = public(reader, id, now).await? {
        let is_last_minute = until(state, now).await? <= now;
        return Ok(Some((public, if is_last_minute { CACHE_LAST_MINUTE } else { CACHE_PUBLIC })));
    }
    match guard::authenticate(state, request).await? {
        Some(_) => Ok(any(reader, id).await?.map(|recording| (recording, CACHE_STAFF))),
        None => Ok(None),
    }
}

/// Serves the file of a recording to somebody who may have it.
pub(crate) async fn file(
    site: &Site,
    request: &Parts,
    recording: &Recording,
    cache_control: &'static str,
) -> Response {
    // A file never changes: another one has another id.
    let etag = format!("\"{}\"", recording.id);
    let mut response = if is_not_modified(&request.headers, &etag, None, site.state.clock.now_millis()) {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        read(site, request, recording, &etag).await
    };
    let status = response.status();
    if !status.is_success()
        && ![StatusCode::NOT_MODIFIED, StatusCode::RANGE_NOT_SATISFIABLE].contains(&status)
    {
        tracing::error!(id = %recording.id, status = status.as_u16(), "a recording's file cannot be read");
        return site.error_pages.response(unreadable(status));
    }
    let headers = response.headers_mut();
    headers.remove(header::LAST_MODIFIED);
    for (name, value) in [
        (header::CACHE_CONTROL, cache_control),
        (header::CONTENT_TYPE, recording.format.media_type()),
        (header::CONTENT_DISPOSITION, "inline"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::ACCEPT_RANGES, "bytes"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

/// Reads the file piece by piece, or the part of it that a player asks for.
async fn read(site: &Site, request: &Parts, recording: &Recording, etag: &str) -> Response {
    let mut file = http::Request::new(Body::empty());
    *file.method_mut() = request.method.clone();
    if let Some(range) = wanted_range(&request.headers, etag) {
        file.headers_mut().insert(header::RANGE, range);
    }
    let path = site.state.media_folder.join(recording.id.to_string()).join(FILE);
    match ServeFile::new(path).with_buf_chunk_size(CHUNK_BYTES).oneshot(file).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    }
}
