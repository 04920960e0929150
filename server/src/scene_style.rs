//! `/scener/egen/{edition}/{hash}.css`: where the doors of an edition are on its own picture, for the public while readers see
//! it, for staff always.

use app::calendar::{EditionId, SceneStyle, scene_style_sheet};
use app::error::AppError;
use app::paths;
use app::staff::guard;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;
use crate::static_files::IMMUTABLE;

const CSS: &str = "text/css; charset=utf-8";
/// Asked for each time, so that access ends with the session.
const CACHE_STAFF: &str = "private, no-cache";

/// Serves the style sheet, which never changes at its address. Once the scene is another it is not found any longer: the
/// doors of a page from before are then a grid.
pub(crate) async fn style_sheet(
    State(site): State<Site>,
    Path((edition, file)): Path<(String, String)>,
    request: Parts,
) -> Response {
    let (Ok(edition), Some(hash)) = (edition.parse::<EditionId>(), file.strip_suffix(".css")) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    match find(&site, &request, edition, hash).await {
        Ok(Some(style)) if style.is_public => {
            public(&site, &request, paths::scene_style(edition, hash), style.css).await
        }
        Ok(Some(style)) => {
            let headers = [(header::CONTENT_TYPE, CSS), (header::CACHE_CONTROL, CACHE_STAFF)];
            (headers, Body::from(style.css)).into_response()
        }
        Ok(None) => site.error_pages.response(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "the style sheet of a scene could not be looked up");
            site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Finds a style sheet that the client may see.
async fn find(
    site: &Site,
    request: &Parts,
    edition: EditionId,
    hash: &str,
) -> Result<Option<SceneStyle>, AppError> {
    let Some(style) = scene_style_sheet(&site.state, edition, hash).await? else { return Ok(None) };
    let may_see = style.is_public || guard::authenticate(&site.state, request).await?.is_some();
    Ok(may_see.then_some(style))
}

/// Serves the style sheet of a public scene, compressed and from the cache.
async fn public(site: &Site, request: &Parts, path: String, css: String) -> Response {
    let generate = move |_| {
        let css = css.clone();
        async move { Ok(GeneratedFile::Text(css)) }
    };
    let mut response = generated_files::serve(site, path, &request.headers, CSS, generate).await;
    if matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED) {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(IMMUTABLE));
        // As with the site's files: a sandboxed frame counts as another origin.
        headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    }
    response
}
