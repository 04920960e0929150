//! Files of the media folder, served to those who may have them: pictures, documents, recordings.
//!
//! [`Access`] says who may have one and how long caches may, [`serve`] reads it: piece by piece, so that thousands of clients
//! that read slowly do not hold thousands of whole files in memory, and only where the client has not got it already.

mod access;

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use crate::page_cache::is_not_modified;
use crate::pages::Site;
use crate::static_files::CHUNK_BYTES;

pub(crate) use access::{Access, find};

/// A file that may be served.
#[derive(Debug)]
pub(crate) struct StoredFile {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Its entity tag. A file never changes: another one has another id, and so another tag.
    pub(crate) etag: String,
    pub(crate) access: Access,
    /// What a client may ask for beside the whole.
    pub(crate) asked: Asked,
    /// What is said of its content.
    pub(crate) headers: HeaderMap,
}

/// What a client may ask for beside a whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A part of it. When it was written is nobody's business.
    Part,
    /// Whether it was written after a time, where the client names no tag.
    Since,
}

/// Serves a file, or the error page of one that the database knows and that cannot be read.
pub(crate) async fn serve(site: &Site, request: &Parts, file: StoredFile) -> Response {
    let StoredFile { path, etag, access, asked, headers } = file;
    let now = site.state.clock.now_millis();
    let mut response = if is_not_modified(&request.headers, &etag, None, now) {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    } else {
        let wanted = match asked {
            Asked::Part => wanted_range(&request.headers, &etag),
            Asked::Since => wanted_since(&request.headers),
        };
        read(&path, request, wanted).await
    };
    let status = response.status();
    if !status.is_success()
        && ![StatusCode::NOT_MODIFIED, StatusCode::RANGE_NOT_SATISFIABLE].contains(&status)
    {
        let (path, status) = (path.display(), status.as_u16());
        tracing::error!(%path, status, "a stored file cannot be read");
        return site.error_pages.response(unreadable(response.status()));
    }
    if asked == Asked::Part {
        response.headers_mut().remove(header::LAST_MODIFIED);
    }
    response.headers_mut().extend(headers);
    let cache_control = HeaderValue::from_static(access.cache_control(now));
    response.headers_mut().insert(header::CACHE_CONTROL, cache_control);
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        response.headers_mut().insert(header::ETAG, etag);
    }
    response
}

/// Reads the file, or what a client wants of it.
async fn read(path: &Path, request: &Parts, wanted: Option<(HeaderName, HeaderValue)>) -> Response {
    let mut file = http::Request::new(Body::empty());
    *file.method_mut() = request.method.clone();
    file.headers_mut().extend(wanted);
    match ServeFile::new(path).with_buf_chunk_size(CHUNK_BYTES).oneshot(file).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    }
}

/// Returns the part that a client asks for, if it has the beginning of this very file. Several parts at once get the whole.
fn wanted_range(headers: &HeaderMap, etag: &str) -> Option<(HeaderName, HeaderValue)> {
    let range = headers.get(header::RANGE)?;
    let is_single = range.to_str().is_ok_and(|range| !range.contains(','));
    let is_same = headers.get(header::IF_RANGE).is_none_or(|same| same.as_bytes() == etag.as_bytes());
    (is_single && is_same).then(|| (header::RANGE, range.clone()))
}

/// Returns the time that a client asks about, unless it has a tag, which decides.
fn wanted_since(headers: &HeaderMap) -> Option<(HeaderName, HeaderValue)> {
    let since = headers.get(header::IF_MODIFIED_SINCE)?;
    (!headers.contains_key(header::IF_NONE_MATCH)).then(|| (header::IF_MODIFIED_SINCE, since.clone()))
}

/// Returns the status for a file that could not be read: it is not there, or it cannot be opened just now, as when too many
/// files are open.
fn unreadable(status: StatusCode) -> StatusCode {
    if status.is_server_error() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::NOT_FOUND }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_goes_on_only_with_the_same_file() {
        let wanted = |pairs: &[(HeaderName, &'static str)]| {
            let headers: HeaderMap =
                pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect();
            wanted_range(&headers, "\"a\"")
        };
        let range = (header::RANGE, "bytes=5-");
        assert!(wanted(std::slice::from_ref(&range)).is_some());
        assert!(wanted(&[range.clone(), (header::IF_RANGE, "\"a\"")]).is_some());
        assert!(wanted(&[range, (header::IF_RANGE, "\"b\"")]).is_none());
        assert!(wanted(&[(header::RANGE, "bytes=0-1,3-4")]).is_none());
    }
}
