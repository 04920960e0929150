//! The site folder's files: the client, fonts, icons, drawings.

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

/// The names hold a hash of the content: what a browser has under a name is right for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const A_YEAR: &str = "public, max-age=31536000";
const AN_HOUR: &str = "public, max-age=3600";

/// Serves the folder, where there are any, the files compressed beforehand.
pub(crate) fn folder(site: &Path) -> ServeDir {
    ServeDir::new(site).append_index_html_on_directories(false).precompressed_br().precompressed_gzip()
}

/// Whether an address looks like a file's: a page's never has a dot in its last step.
pub(crate) fn is_file(path: &str) -> bool {
    path.starts_with("/pkg/") || path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

/// The file at the request's address, or nothing.
pub(crate) async fn file(folder: ServeDir, request: Request) -> Option<Response> {
    let lifetime = lifetime(request.uri().path());
    let mut response = match folder.oneshot(request).await {
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

fn lifetime(path: &str) -> &'static str {
    if path.starts_with("/pkg/") {
        FOR_EVER
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
        assert!(is_file("/favicon.svg") && is_file("/pkg/guldkorn.js") && is_file("/wp-login.php"));
        assert!(!is_file("/") && !is_file("/inlagg/ett-namn") && !is_file("/v1.2/sida"));
    }
}
