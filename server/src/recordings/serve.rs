//! `/ljud/{id}/inspelning.{format}`: a recording, for the public while its text is, for staff always.
//!
//! A player asks for parts of it, and Safari plays nothing from a server that does not give them.

use app::error::AppError;
use app::recordings::store::{any, public};
use app::recordings::{FILE, Recording, RecordingId};
use app::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode, header};

use crate::pages::Site;
use crate::stored_file::{self, Access, Asked, StoredFile};

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
        Ok(Some((recording, access))) if recording.path().ends_with(&format!("/{name}")) => {
            file(&site, &request, &recording, access).await
        }
        Ok(_) => site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a recording could not be looked up");
            site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Finds a recording that the client may have.
async fn find(
    state: &AppState,
    request: &Parts,
    id: RecordingId,
) -> Result<Option<(Recording, Access)>, AppError> {
    let reader = state.db.reader();
    let public = public(reader, id, state.clock.now_millis()).await?;
    stored_file::find(state, request, public, any(reader, id)).await
}

/// Serves the file of a recording to somebody who may have it.
pub(crate) async fn file(site: &Site, request: &Parts, recording: &Recording, access: Access) -> Response {
    let headers = [
        (header::CONTENT_TYPE, recording.format.media_type()),
        (header::CONTENT_DISPOSITION, "inline"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::ACCEPT_RANGES, "bytes"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    let file = StoredFile {
        path: site.state.media_folder.join(recording.id.to_string()).join(FILE),
        etag: format!("\"{}\"", recording.id),
        access,
        asked: Asked::Part,
        headers: headers.map(|(name, value)| (name, HeaderValue::from_static(value))).into_iter().collect(),
    };
    stored_file::serve(site, request, file).await
}
