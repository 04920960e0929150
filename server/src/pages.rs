//! Every address that is no function, picture or probe: a file, or a page of the product.

use std::sync::Arc;

use app::staff::cookies;
use app::state::AppState;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use crate::error_pages::ErrorPages;
use crate::page_cache::{PageCache, PageKey, private_answer, public_answer};
use crate::render::{RenderError, moment, render};
use crate::static_files::{StaticFiles, is_file};

/// What the routes share. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) state: AppState,
    pub(crate) files: StaticFiles,
    pub(crate) cache: Arc<PageCache>,
    pub(crate) plain: ErrorPages,
}

/// Answers GET and HEAD.
pub(crate) async fn page(State(site): State<Site>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return site.plain.answer(StatusCode::METHOD_NOT_ALLOWED);
    }
    if is_file(request.uri().path()) {
        return site.files.file(request).await.unwrap_or_else(|| site.plain.answer(StatusCode::NOT_FOUND));
    }
    let answer = match PageKey::shared(request.uri()) {
        Some(address) if !cookies::are_sent(request.headers()) => {
            shared(&site, &address, request.headers()).await
        }
        _ => own(&site, request).await,
    };
    answer.unwrap_or_else(|error| site.plain.answer(error.status()))
}

/// A page that is the same for everybody.
async fn shared(site: &Site, address: &PageKey, asked: &HeaderMap) -> Result<Response, RenderError> {
    let state = &site.state;
    let now = {
        let state = state.clone();
        move || moment(&state)
    };
    let page = site.cache.page(address, now, || render(state.clone(), bare(address))).await?;
    Ok(public_answer(&page, asked, state.clock.now_millis()))
}

/// A page for this asker alone.
async fn own(site: &Site, request: Request) -> Result<Response, RenderError> {
    Ok(private_answer(&render(site.state.clone(), request).await?))
}

/// A request that says nothing but what the page's content may depend on: no header of one visitor can change
/// what the next one gets.
fn bare(address: &PageKey) -> Request {
    // It was read from a request, so it can be read again.
    asking_for(address.as_str().parse().unwrap_or_default())
}

/// A request for a page by somebody of whom nothing is known.
pub(crate) fn asking_for(address: http::Uri) -> Request {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = address;
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("text/html"));
    request
}
