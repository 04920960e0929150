//! The site folder's files: the client, fonts, icons, drawings.

use std::path::Path;
use std::sync::Arc;

use app::state::Assets;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

use crate::site_folder::build_of;

/// For addresses that hold the name of the build.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const A_YEAR: &str = "public, max-age=31536000";
const AN_HOUR: &str = "public, max-age=3600";
const ASK_AGAIN: &str = "no-cache";

/// The folder's files. Cheap to clone.
#[derive(Clone)]
pub(crate) struct StaticFiles {
    folder: ServeDir,
    /// `/pkg/{build}/`: how the addresses of this build's client begin.
    build: Arc<str>,
}

impl StaticFiles {
    /// Serves a folder; where a file was compressed beforehand, compressed.
    pub(crate) fn new(site: &Path, assets: &Assets) -> Self {
        let folder = ServeDir::new(site)
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip();
        Self { folder, build: build_of(assets).into() }
    }

    /// The file at the request's address, or nothing.
    pub(crate) async fn file(self, mut request: Request) -> Option<Response> {
        let path = request.uri().path();
        let lifetime = match path.strip_prefix(&*self.build) {
            Some(name) => {
                *request.uri_mut() = format!("/pkg/{name}").parse().ok()?;
                FOR_EVER
            }
            None => lifetime(path),
        };
        let mut response = match self.folder.oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        };
        match response.status() {
            StatusCode::NOT_FOUND => return None,
            StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED => {
                response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(lifetime));
            }
            _ => {}
        }
        Some(response)
    }
}

/// Whether an address looks like a file's: a page's never has a dot.
pub(crate) fn is_file(path: &str) -> bool {
    path.starts_with("/pkg/") || path.contains('.')
}

fn lifetime(path: &str) -> &'static str {
    if path.starts_with("/pkg/") {
        ASK_AGAIN
    } else if path.starts_with("/fonts/") {
        A_YEAR
    } else {
        AN_HOUR
    }
}

#[cfg(test)]
mod tests {
    use super::is_file;

    #[test]
    fn files_have_a_dot_and_pages_have_not() {
        assert!(
            is_file("/favicon.svg")
                && is_file("/pkg/guldkorn")
                && is_file("/wp-login.php")
                && is_file("/.git/config")
        );
        assert!(!is_file("/") && !is_file("/inlagg/ett-namn"));
    }
}
