//! The pages inside previews: for staff (`/admin/forhandsvisning/…/{moment}/…`) and for those who have a review link
//! (`/delad/{token}`). Both are the site's own pages, rendered over a copy of the database, and read-only.

mod review_link;
mod rewrite;
mod staff_preview;

use app::paths;
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::get;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::page_cache::etag_of;
use crate::pages::{self, Site};

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Returns the routes.
pub(crate) fn routes() -> Router<Site> {
    let page = || get(staff_preview::page).fallback(pages::page);
    Router::new()
        .route(&format!("{}/{{kind}}/{{id}}/{{at}}", paths::PREVIEW), page())
        .route(&format!("{}/{{kind}}/{{id}}/{{at}}/{{*page}}", paths::PREVIEW), page())
        .route(&format!("{}/{{token}}", paths::REVIEW_LINK), get(review_link::page).fallback(pages::page))
        .route(
            &format!("{}/{{token}}/media/{{id}}/{{variant}}", paths::REVIEW_LINK),
            get(review_link::picture).fallback(pages::page),
        )
}

/// Returns the response for a rewritten page.
fn respond(status: StatusCode, page: String, policy: &str) -> Response {
    let etag = etag_of(page.as_bytes());
    let mut response = Response::new(Body::from(page));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    // Every policy is written in this module, so it is a valid header.
    let policy = HeaderValue::from_str(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    set_private(headers);
    response
}

/// Keeps a response out of caches and search engines.
fn set_private(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(ROBOTS, HeaderValue::from_static("noindex, nofollow"));
}
