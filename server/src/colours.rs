//! `/farger/{hash}.css`: the colours of the site, where its owner has chosen some.

use app::layout::load_layout;
use app::paths;
use app::state::AppState;
use axum::extract::{OriginalUri, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;
use crate::static_files::IMMUTABLE;

const CSS: &str = "text/css; charset=utf-8";

/// Serves the style sheet. At its own address it never changes. At any other, such as that of a page in somebody's
/// browser from before the colours were changed, the present one is served, and asked for again each time; it is empty
/// where the site has no colours of its own.
pub(crate) async fn style_sheet(
    State(site): State<Site>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let Ok(layout) = load_layout(&site.state).await else {
        return site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let own = layout.colours.style_sheet.filter(|sheet| sheet.address == uri.path());
    let (mut response, cache_control) = match own {
        Some(sheet) => {
            let path = sheet.address.clone();
            let generate = move |_: AppState| {
                let css = sheet.css.clone();
                async move { Ok(GeneratedFile::Text(css)) }
            };
            (generated_files::serve(&site, path, &headers, CSS, generate).await, IMMUTABLE)
        }
        None => {
            let generate = async |state: AppState| {
                let sheet = load_layout(&state).await?.colours.style_sheet;
                Ok(GeneratedFile::Text(sheet.map(|sheet| sheet.css.clone()).unwrap_or_default()))
            };
            let path = paths::COLOURS.to_owned();
            (generated_files::serve(&site, path, &headers, CSS, generate).await, "no-cache")
        }
    };
    if matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED) {
        // As with the site's files: a sandboxed frame counts as another origin.
        response
            .headers_mut()
            .insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    }
    response
}
