//! Every address without a route of its own: one of the site's files, or a page of the product.

use std::sync::Arc;

use app::paths;
use app::staff::guard;
use app::state::AppState;
use app::statistics::ReadCounts;
use app::time::UnixMillis;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode, Uri, header};

use crate::admission::{Admission, Lane, Overloaded};
use crate::error_pages::ErrorPages;
use crate::idempotency::Idempotency;
use crate::metrics::Metrics;
use crate::page_cache::{PageCache, PageKey, private_response, public_response};
use crate::render::{RenderError, render, render_for_cache, snapshot};
use crate::site_files::SiteFiles;
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
    pub(crate) admission: Admission,
    pub(crate) reads: ReadCounts,
}

impl Site {
    /// Opens a site's files and an empty cache, which counts in these metrics.
    pub(crate) fn new(state: AppState, site_files: &SiteFiles, metrics: Metrics) -> Self {
        Self {
            files: StaticFiles::new(site_files, &state.assets),
            cache: Arc::new(PageCache::new(metrics.clone())),
            error_pages: ErrorPages::new(&state.assets.css, &state.assets.reading_css),
            idempotency: Idempotency::default(),
            admission: Admission::default(),
            reads: state.extensions.get(),
            metrics,
            state,
        }
    }

    /// Returns the site as it will be at an instant, with an empty cache and metrics of its own. What it renders will be read
    /// here, so that is counted here.
    pub(crate) fn at(&self, instant: UnixMillis) -> Self {
        let metrics = Metrics::default();
        Self {
            state: self.state.at(instant),
            cache: Arc::new(PageCache::new(metrics.clone())),
            // Nobody else asks it, one page after the other.
            admission: Admission::default(),
            metrics,
            ..self.clone()
        }
    }
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
    let is_recognized = is_recognized(&site, &head).await;
    let response = match PageKey::cacheable(&head.uri) {
        Some(key) if !is_recognized => public_page(&site, &key, &head).await,
        _ => {
            let lane = if is_recognized { Lane::Staff } else { Lane::Entrance };
            private_page(&site, lane, Request::from_parts(head, body)).await
        }
    };
    response.unwrap_or_else(|error| match error {
        RenderError::Overloaded => refusal(&site.error_pages),
        error => site.error_pages.response(error.status()),
    })
}

/// Returns the response to a request that no lane takes any more.
pub(crate) fn refusal(error_pages: &ErrorPages) -> Response {
    let mut response = error_pages.response(RenderError::Overloaded.status());
    response.extensions_mut().insert(Overloaded);
    response
}

/// Returns whether the client may be somebody whose page differs from everybody's.
pub(crate) async fn is_recognized(site: &Site, head: &Parts) -> bool {
    guard::is_recognized(&site.state, head).await.unwrap_or_else(|error| {
        tracing::error!(%error, "a cookie could not be looked up");
        true
    })
}

/// Serves a page that is the same for everybody.
async fn public_page(site: &Site, key: &PageKey, head: &Parts) -> Result<Response, RenderError> {
    let state = &site.state;
    let now = {
        let state = state.clone();
        move || snapshot(&state)
    };
    // A key was read from an address, so it is one.
    let request = || anonymous_request(key.as_str().parse().unwrap_or_default());
    let render = || {
        let lane = if site.cache.knows(key) { Lane::Known } else { Lane::Other };
        let admission = site.admission.clone();
        let rendering =
            site.metrics.clone().time(render_for_cache(state.clone(), request(), site.reads.clone()));
        async move {
            let _admitted = admission.admit(lane).await?;
            rendering.await
        }
    };
    let page = site.cache.get_or_render(key, now, render).await?;
    if page.status == StatusCode::OK && paths::is_door(key.as_str()) {
        site.metrics.door_shown_as_page();
    }
    if head.method == Method::GET {
        page.was_read(&head.headers);
    }
    Ok(public_response(&page, &head.headers, snapshot(state)))
}

/// Serves a page to one client alone: it may be logged in.
async fn private_page(site: &Site, lane: Lane, request: Request) -> Result<Response, RenderError> {
    let _admitted = site.admission.admit(lane).await?;
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
