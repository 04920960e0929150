//! `/kalender/{edition}/ram`, `/kalender/{edition}/vagg` and `/oembed`: the calendar on other sites and on walls.

use app::embed::{self, EmbeddedPage, OembedError, OembedQuery};
use app::error::AppError;
use app::layout::load_layout;
use app::paths;
use app::state::AppState;
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::generated_files::{self, GeneratedFile};
use crate::page_cache::Cacheable;
use crate::pages::Site;

const HTML: &str = "text/html; charset=utf-8";
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
const REFRESH: HeaderName = HeaderName::from_static("refresh");

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(&paths::frame("{edition}"), get(frame))
        .route(&paths::wall("{edition}"), get(wall))
        .route(paths::OEMBED, get(oembed))
}

/// Serves the frame, which loads itself again when a door opens and when the day ends. As a header that can be said to
/// the second, while the page stays in the cache; it needs no script.
async fn frame(State(site): State<Site>, Path(edition): Path<String>, headers: HeaderMap) -> Response {
    let path = paths::frame(&edition);
    let mut response =
        page(&site, path, &headers, async move |state| embed::frame_page(&state, &edition).await).await;
    // The seconds are this response's own: it must not be given again.
    response.extensions_mut().remove::<Cacheable>();
    if let Some(seconds) = seconds_to_change(&site.state).await
        && matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED)
    {
        response.headers_mut().insert(REFRESH, seconds.into());
    }
    response
}

/// Serves the wall.
async fn wall(State(site): State<Site>, Path(edition): Path<String>, headers: HeaderMap) -> Response {
    page(&site, paths::wall(&edition), &headers, async move |state| embed::wall_page(&state, &edition).await)
        .await
}

/// Serves a page that anybody may load, and no search engine lists.
async fn page<G>(
    site: &Site,
    path: String,
    request_headers: &HeaderMap,
    render: impl FnOnce(AppState) -> G + Clone + Send + 'static,
) -> Response
where
    G: Future<Output = Result<EmbeddedPage, AppError>> + Send + 'static,
{
    let generate = move |state| {
        let rendering = render.clone()(state);
        async move { rendering.await.map(|EmbeddedPage { html, policy }| GeneratedFile::Page { html, policy }) }
    };
    let mut response = generated_files::serve(site, path, request_headers, HTML, generate).await;
    if matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED) {
        let headers = response.headers_mut();
        headers.insert(ROBOTS, HeaderValue::from_static("noindex"));
        // A site that shows only what allows it (COEP) may show this.
        headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    }
    response
}

/// Returns the seconds until the site next changes by itself, and one more.
async fn seconds_to_change(state: &AppState) -> Option<u64> {
    let until = load_layout(state).await.ok()?.until;
    u64::try_from((until - state.clock.now_millis()).div_euclid(1000)).ok().map(|seconds| seconds + 1)
}

/// Answers how another site can show a page of this one. The query is any stranger's, so responses are not kept.
async fn oembed(State(site): State<Site>, query: Result<Query<OembedQuery>, QueryRejection>) -> Response {
    let query = query.map(|Query(query)| query).unwrap_or_default();
    let (status, media_type, body) = match embed::oembed(&site.state, &query).await {
        Ok(json) => (StatusCode::OK, "application/json; charset=utf-8", json),
        Err(OembedError::Format) => {
            (StatusCode::NOT_IMPLEMENTED, TEXT, "Bara format=json finns.\n".to_owned())
        }
        Err(OembedError::NotFound) => (
            StatusCode::NOT_FOUND,
            TEXT,
            "Ingen kalender på den adressen får visas på andra webbplatser.\n".to_owned(),
        ),
        Err(OembedError::App(error)) => {
            tracing::error!(%error, "oEmbed could not be answered");
            return site.error_pages.response(StatusCode::INTERNAL_SERVER_ERROR);
        }
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    response
}

const TEXT: &str = "text/plain; charset=utf-8";
