//! The pages of previews, for staff (`/admin/forhandsvisning/…/{moment}/…`) and for somebody outside who has a link
//! (`/delad/{token}`). Both are real pages, rendered over a copy of the site, in which nothing can be done.

mod dress;
mod framed;
mod outside;

use app::paths;
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::get;
use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::page_cache::etag_of;
use crate::pages::{self, Site};
use crate::render::Rendered;

/// For those who keep lists of pages.
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// The routes.
pub(crate) fn routes() -> Router<Site> {
    let framed = || get(framed::page).fallback(pages::page);
    Router::new()
        .route(&format!("{}/{{kind}}/{{number}}/{{at}}", paths::PREVIEW), framed())
        .route(&format!("{}/{{kind}}/{{number}}/{{at}}/{{*page}}", paths::PREVIEW), framed())
        .route(&format!("{}/{{token}}", paths::REVIEW_LINK), get(outside::page).fallback(pages::page))
        .route(
            &format!("{}/{{token}}/media/{{id}}/{{variant}}", paths::REVIEW_LINK),
            get(outside::picture).fallback(pages::page),
        )
}

/// A dressed page as an answer that nobody keeps.
fn answer(rendered: &Rendered, page: String, policy: &str) -> Response {
    let etag = etag_of(page.as_bytes());
    let mut response = Response::new(Body::from(page));
    *response.status_mut() = rendered.status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    // Made here, without anything from outside.
    let policy = HeaderValue::from_str(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    for_nobody_else(headers);
    response
}

/// Neither kept by anybody nor listed anywhere.
fn for_nobody_else(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(ROBOTS, HeaderValue::from_static("noindex, nofollow"));
}
