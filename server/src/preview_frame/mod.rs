//! The pages inside previews: for staff (`/admin/forhandsvisning/…/{moment}/…`) and for those who have a review link
//! (`/delad/{token}`). Both are the site's own pages, rendered over a copy of the database, and read-only.

mod review_link;
mod rewrite;
mod staff_preview;

use std::time::Duration;

use app::error::AppError;
use app::paths;
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::get;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::page_cache::etag_of;
use crate::pages::{self, Site};

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Returns the routes.
pub(crate) fn routes() -> Router<Site> {
    let page = || get(staff_preview::page).fallback(pages::page);
    Router::new()
        .route(&format!("{}/{{kind}}/{{id}}/{{at}}", paths::PREVIEW), page())
        .route(&format!("{}/{{kind}}/{{id}}/{{at}}/{{*page}}", paths::PREVIEW), page())
        .route(&format!("{}/{{token}}", paths::REVIEW_LINK), review_link::route())
        .route(
            &format!("{}/{{token}}/media/{{id}}/{{variant}}", paths::REVIEW_LINK),
            get(review_link::picture).fallback(pages::page),
        )
        .route(
            &format!("{}/{{token}}{}/{{id}}/{{name}}", paths::REVIEW_LINK, paths::DOCUMENTS),
            get(review_link::document).fallback(pages::page),
        )
        .route(
            &format!("{}/{{token}}{}/{{id}}/{{name}}", paths::REVIEW_LINK, paths::RECORDINGS),
            get(review_link::recording).fallback(pages::page),
        )
}

/// How many previews are rendered at a time: each copies the database into memory.
const PARALLEL: usize = 2;
/// How long a preview may wait for its turn.
const WAIT: Duration = Duration::from_secs(10);

/// Turns for previews. Staff and readers of review links have turns of their own: a link may be in many hands.
struct Turns(Semaphore);

static STAFFS_TURNS: Turns = Turns(Semaphore::const_new(PARALLEL));
static REVIEWERS_TURNS: Turns = Turns(Semaphore::const_new(PARALLEL));

impl Turns {
    /// Waits for a turn; [`AppError::Unreachable`] when too many wait.
    async fn next(&self) -> Result<SemaphorePermit<'_>, AppError> {
        let turn = tokio::time::timeout(WAIT, self.0.acquire()).await;
        turn.ok().and_then(Result::ok).ok_or_else(|| {
            tracing::warn!("a preview waited too long for its turn");
            AppError::Unreachable
        })
    }
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
