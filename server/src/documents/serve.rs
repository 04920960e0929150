//! `/dokument/{id}/{name}`: a document, for the public while something public links to it, for staff always.
//!
//! Nothing of it can run here: it is an attachment with a type that was judged by its content, and whoever shows it
//! all the same shows it in a sandbox without scripts. Search engines are to find the page that says what it is, and to
//! keep no copy of what may be withdrawn, so the file itself is `noindex`.

use app::documents::store::{any_file, public_file};
use app::documents::{Document, DocumentId, FILE};
use app::error::AppError;
use app::staff::guard;
use app::state::AppState;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use crate::media::{CACHE_LAST_MINUTE, unreadable, until};
use crate::page_cache::is_not_modified;
use crate::pages::Site;
use crate::static_files::CHUNK_BYTES;

/// As short as for pages: a document whose text was withdrawn is gone everywhere within a minute.
const CACHE_PUBLIC: &str = "public, max-age=60";
/// Asked for each time, so that access ends with the session.
const CACHE_STAFF: &str = "private, no-cache";
const POLICY: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
/// What RFC 8187 leaves as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// Serves a document. Returns the same 404 for what does not exist and for what is not public.
pub(crate) async fn document(
    State(site): State<Site>,
    Path((id, name)): Path<(String, String)>,
    request: Parts,
) -> Response {
    let found = match id.parse() {
        Ok(id) => find(&site.state, &request, id).await,
        Err(_) => Ok(None),
    };
    match found {
        Ok(Some((document, cache_control))) if document.name == name => {
            file(&site, &request, &document, cache_control).await
        }
        Ok(Some((document, cache_control))) => redirect(&document, cache_control),
        Ok(None) => site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "a document could not be looked up");
            site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Finds a document that the client may have, and its `Cache-Control`.
async fn find(
    state: &AppState,
    request: &Parts,
    id: DocumentId,
) -> Result<Option<(Document, &'static str)>, AppError> {
    let reader = state.db.reader();
    if let Some(public) = public_file(reader, id, state.clock.now_millis()).await? {
        let now = state.clock.now_millis();
        let is_last_minute = until(state, now).await? <= now;
        return Ok(Some((public, if is_last_minute { CACHE_LAST_MINUTE } else { CACHE_PUBLIC })));
    }
    match guard::authenticate(state, request).await? {
        Some(_) => Ok(any_file(reader, id).await?.map(|document| (document, CACHE_STAFF))),
        None => Ok(None),
    }
}

/// Leads from a name that the document once had to the present one. Not for good: the file may be brought back.
fn redirect(document: &Document, cache_control: &'static str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    if let Ok(path) = HeaderValue::from_str(&document.path()) {
        headers.insert(header::LOCATION, path);
    }
    response
}

/// Serves the file of a document to somebody who may have it.
pub(crate) async fn file(
    site: &Site,
    request: &Parts,
    document: &Document,
    cache_control: &'static str,
) -> Response {
    // A file never changes: another one has another id.
    let etag = format!("\"{}\"", document.file_id);
    let mut response = if is_not_modified(&request.headers, &etag, None, site.state.clock.now_millis()) {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        read(site, request, document, &etag).await
    };
    let status = response.status();
    if !status.is_success()
        && ![StatusCode::NOT_MODIFIED, StatusCode::RANGE_NOT_SATISFIABLE].contains(&status)
    {
        tracing::error!(id = %document.id, status = status.as_u16(), "a document's file cannot be read");
        return site.error_pages.response(unreadable(status));
    }
    let headers = response.headers_mut();
    headers.remove(header::LAST_MODIFIED);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(document.format.media_type()));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    for (name, value) in [(header::ETAG, etag), (header::CONTENT_DISPOSITION, disposition(&document.name))] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
    if let Some(lang) = document.language.lang() {
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang));
    }
    response
}

/// Reads the file piece by piece, or the part of it that a download goes on with.
async fn read(site: &Site, request: &Parts, document: &Document, etag: &str) -> Response {
    let mut file = http::Request::new(Body::empty());
    *file.method_mut() = request.method.clone();
    if let Some(range) = wanted_range(&request.headers, etag) {
        file.headers_mut().insert(header::RANGE, range);
    }
    let path = site.state.media_folder.join(document.file_id.to_string()).join(FILE);
    match ServeFile::new(path).with_buf_chunk_size(CHUNK_BYTES).oneshot(file).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    }
}

/// Returns the part that a client asks for, if it has the beginning of this very file. Several parts at once get the whole.
pub(crate) fn wanted_range(headers: &HeaderMap, etag: &str) -> Option<HeaderValue> {
    let range = headers.get(header::RANGE)?;
    let is_single = range.to_str().is_ok_and(|range| !range.contains(','));
    let is_same = headers.get(header::IF_RANGE).is_none_or(|same| same.as_bytes() == etag.as_bytes());
    (is_single && is_same).then(|| range.clone())
}

/// Returns the header that makes browsers save the file, under its own name in every alphabet (RFC 6266).
fn disposition(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, ENCODED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_in_every_alphabet() {
        assert_eq!(
            disposition("Årsrapport-2025.pdf"),
            "attachment; filename=\"_rsrapport-2025.pdf\"; filename*=UTF-8''%C3%85rsrapport-2025.pdf"
        );
    }

    #[test]
    fn a_download_goes_on_only_with_the_same_file() {
        let headers = |pairs: &[(HeaderName, &'static str)]| {
            pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
        };
        let range = (header::RANGE, "bytes=5-");
        assert!(wanted_range(&headers(std::slice::from_ref(&range)), "\"a\"").is_some());
        assert!(wanted_range(&headers(&[range.clone(), (header::IF_RANGE, "\"a\"")]), "\"a\"").is_some());
        assert!(wanted_range(&headers(&[range, (header::IF_RANGE, "\"b\"")]), "\"a\"").is_none());
        assert!(wanted_range(&headers(&[(header::RANGE, "bytes=0-1,3-4")]), "\"a\"").is_none());
    }
}
