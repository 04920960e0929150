//! `/scener/egen/{edition}/{hash}.css`: where the doors of an edition are on its own picture.

use app::calendar::{EditionId, scene_style_sheet};
use app::error::AppError;
use app::paths;
use app::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;
use crate::static_files::IMMUTABLE;

/// Serves the style sheet, which never changes at its address. Once the scene is another it is not found any longer: the
/// doors of a page from before are then a grid.
pub(crate) async fn style_sheet(
    State(site): State<Site>,
    Path((edition, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let (Ok(edition), Some(hash)) = (edition.parse::<EditionId>(), file.strip_suffix(".css")) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    let (path, hash) = (paths::scene_style(edition, hash), hash.to_owned());
    let generate = move |state: AppState| {
        let hash = hash.clone();
        async move {
            let css = scene_style_sheet(&state, edition, &hash).await?;
            css.map(GeneratedFile::Text).ok_or(AppError::NotFound)
        }
    };
    let mut response =
        generated_files::serve(&site, path, &headers, "text/css; charset=utf-8", generate).await;
    if matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(IMMUTABLE));
    }
    response
}
