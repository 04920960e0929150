//! Every address without a route of its own: one of the site's files, or a page of the product.

use std::sync::Arc;

use app::paths;
use app::staff::guard;
use app::state::AppState;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};

use crate::error_pages::ErrorPages;
use crate::idempotency::Idempotency;
use crate::metrics::Metrics;
use crate::page_cache::{PageCache, PageKey, private_response, public_response};
use crate::render::{RenderError, render, render_for_cache, snapshot};
use crate::static_files::{StaticFiles, is_file};

/// State shared by the routes. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) state: AppState,
    pub(crate) files: StaticFiles,
    pub(crate) cache: Arc<PageCache>,
    pub(crate) metrics: Metrics,
    pub(crate) error_pages: ErrorPages,
    pub(crate) idempotency: Idempotency,
}

/// Serves GET and HEAD.
pub(crate) async fn page(State(site): State<Site>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return site.error_pages.response(StatusCode::METHOD_NOT_ALLOWED);
    }
    if is_file(request.uri().path()) {
        let file = site.files.serve(request, site.state.clock.now_millis()).await;
        return file.unwrap_or_else(|| site.error_pages.response(StatusCode::NOT_FOUND));
    }
    let (head, body) = request.into_parts();
    let response = match PageKey::cacheable(&head.uri) {
        Some(key) if !is_recognized(&site, &head).await => public_page(&site, &key, &head.headers).await,
        _ => private_page(&site, Request::from_parts(head, body)).await,
    };
    response.unwrap_or_else(|error| site.error_pages.response(error.status()))
}

/// Returns whether the client may be somebody whose page differs from everybody's.
async fn is_recognized(site: &Site, head: &Parts) -> bool {
    guard::is_recognized(&site.state, head).await.unwrap_or_else(|error| {
        tracing::error!(%error, "a cookie could not be looked up");
        true
    })
}

/// Serves a page that is the same for everybody.
async fn public_page(
    site: &Site,
    key: &PageKey,
    request_headers: &HeaderMap,
) -> Result<Response, RenderError> {
    let state = &site.state;
    let now = {
        let state = state.clone();
        move || snapshot(&state)
    };
    // A key was read from an address, so it is one.
    let request = || anonymous_request(key.as_str().parse().unwrap_or_default());
    let render = || site.metrics.clone().time(render_for_cache(state.clone(), request()));
    let page = site.cache.get_or_render(key, now, render).await?;
    if page.status == StatusCode::OK && paths::is_door(key.as_str()) {
        site.metrics.door_shown_as_page();
    }
    Ok(public_response(&page, request_headers, state.clock.now_millis()))
}

/// Serves a page to one client alone: it may be logged in.
async fn private_page(site: &Site, request: Request) -> Result<Response, RenderError> {
    let rendering = render(site.state.clone(), request);
    Ok(private_response(site.metrics.clone().time(rendering).await?))
}

/// Returns a request for a page that says nothing of its client, so that no header of one visitor can change what the
/// next one gets.
pub(crate) fn anonymous_request(address: Uri) -> Request {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = address;
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("text/html"));
    request
}
