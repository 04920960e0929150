//! Serves the site's own files: the client, fonts, icons, drawings.

use std::path::Path;
use std::sync::Arc;

use app::paths::SCENES;
use app::state::Assets;
use app::time::UnixMillis;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::services::ServeDir;
use tower_http::services::fs::{Backend, DefaultServeDirFallback};

use crate::front::{While, mark};
use crate::site_files::{EmbeddedFiles, SiteFiles, build_path};

/// For paths that hold a hash of the build or of the file itself.
pub(crate) const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const ONE_HOUR: &str = "public, max-age=3600";
/// How much of a file is read at a time, and held for a client that reads slowly.
pub(crate) const CHUNK_BYTES: usize = 16 * 1024;
const REVALIDATE: &str = "no-cache";
/// The content security policy of a drawing: its own style sheet shows the variant that the address's fragment names.
/// Firefox applies it in an `<img>` too.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'";

/// How long a file of a folder is taken to be as it was: another build may write the folder anew.
const TRUSTED_MILLIS: i64 = 1000;

/// Serves the site's files. Cheap to clone.
#[derive(Clone)]
pub(crate) struct StaticFiles {
    files: Files,
    /// `/pkg/{build}/`: how the paths of this build's files begin.
    build_path: Arc<str>,
}

/// One service for both places: they differ in where the bytes come from and in nothing that a client sees.
#[derive(Clone)]
enum Files {
    Folder(ServeDir),
    Embedded(ServeDir<DefaultServeDirFallback, EmbeddedFiles>),
}

impl StaticFiles {
    /// Takes the files; those that were compressed beforehand are served compressed.
    pub(crate) fn new(files: &SiteFiles, assets: &Assets) -> Self {
        let files = match files {
            SiteFiles::Folder(folder) => Files::Folder(configure(ServeDir::new(folder))),
            SiteFiles::Embedded(files) => {
                Files::Embedded(configure(ServeDir::with_backend(Path::new(""), files.clone())))
            }
        };
        Self { files, build_path: build_path(assets).into() }
    }

    /// Serves the file at the request's path, if there is one.
    pub(crate) async fn serve(self, mut request: Request, now: UnixMillis) -> Option<Response> {
        let path = request.uri().path();
        let is_drawing = path.starts_with(SCENES);
        let cache_control = match path.strip_prefix(&*self.build_path) {
            Some(name) => {
                *request.uri_mut() = format!("/pkg/{name}").parse().ok()?;
                IMMUTABLE
            }
            None => cache_control(path),
        };
        let may_change = matches!(self.files, Files::Folder(_)) && cache_control != IMMUTABLE;
        // Whatever stands in a query, the file is the same.
        let is_lasting = request.uri().query().is_none();
        let response = match self.files {
            Files::Folder(folder) => folder.oneshot(request).await,
            Files::Embedded(files) => files.oneshot(request).await,
        };
        let mut response = match response {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        };
        match response.status() {
            StatusCode::NOT_FOUND => return None,
            StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED => {
                response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
            }
            _ => {}
        }
        // A sandboxed frame of this site counts as another origin: without these it would have no style, font or scene.
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
        if is_drawing {
            response
                .headers_mut()
                .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(DRAWING_POLICY));
        }
        if is_lasting {
            let while_true = if may_change { While::Until(now + TRUSTED_MILLIS) } else { While::Running };
            mark(&mut response, while_true);
        }
        Some(response)
    }
}

fn configure<B: Backend>(
    files: ServeDir<DefaultServeDirFallback, B>,
) -> ServeDir<DefaultServeDirFallback, B> {
    files
        .append_index_html_on_directories(false)
        .with_buf_chunk_size(CHUNK_BYTES)
        .precompressed_br()
        .precompressed_gzip()
}

/// Returns whether a path looks like a file's: a page's never has a dot.
pub(crate) fn is_file(path: &str) -> bool {
    path.starts_with("/pkg/") || path.contains('.')
}

fn cache_control(path: &str) -> &'static str {
    if path.starts_with("/pkg/") {
        REVALIDATE
    } else if is_named_by_content(path) {
        IMMUTABLE
    } else {
        ONE_HOUR
    }
}

/// Returns whether a file's name ends in a hash of its content, such as `fraunces.52817e6f.woff2`: what another build has
/// under this name is the same. `server/tests/it/static_files.rs` reads the folder and holds every such name to it.
fn is_named_by_content(path: &str) -> bool {
    let hash = path.rsplit('.').nth(1).unwrap_or_default();
    hash.len() == 8 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::{cache_control, is_file};

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

    #[test]
    fn only_what_is_named_by_its_content_never_changes() {
        let is_immutable = |path| cache_control(path).ends_with("immutable");
        assert!(is_immutable("/fonts/fraunces.52817e6f.woff2") && is_immutable("/roofs.f7829f0e.svg"));
        for path in [
            "/fonts/fraunces.woff2",
            "/fonts/fraunces.52817E6F.woff2",
            "/fonts/fraunces.52817e6.woff2",
            "/52817e6f",
            "/52817e6f/a.svg",
            "/pkg/guldkorn.52817e6f.css",
        ] {
            assert!(!is_immutable(path), "{path}");
        }
    }
}
