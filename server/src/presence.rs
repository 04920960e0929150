//! `/admin/inlagg/{id}/narvaro`: who else has a post open in the editor, as a stream of server-sent events.

use app::admin::{CompanyEvent, CompanyStream};
use app::error::AppError;
use app::posts::{PostId, Revision};
use axum::extract::{Path, Query, Request, State};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodRouter, get};
use futures_util::{Stream, stream};
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde::Deserialize;

use crate::pages::{self, Site};

pub(crate) const PATH: &str = "/admin/inlagg/{id}/narvaro";

#[derive(Deserialize)]
struct PresenceQuery {
    /// The revision that the writing began from.
    #[serde(rename = "fran", default)]
    base_revision: Revision,
}

pub(crate) fn route() -> MethodRouter<Site> {
    get(presence).fallback(pages::page)
}

async fn presence(
    State(site): State<Site>,
    Path(post): Path<PostId>,
    Query(query): Query<PresenceQuery>,
    request: Request,
) -> Response {
    let (head, _) = request.into_parts();
    match CompanyStream::open(&site.state, head, post, query.base_revision).await {
        Ok(company) => stream(company),
        Err(error) => rejection(&site, error),
    }
}

fn stream(company: CompanyStream) -> Response {
    let mut response = Sse::new(events(company)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    // nginx would hold the events back until its buffer is full.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

fn events(company: CompanyStream) -> impl Stream<Item = Result<Event, axum::Error>> {
    stream::unfold(company, |mut company| async {
        let event = match company.next().await? {
            CompanyEvent::Changed(json) => Event::default().data(json),
            CompanyEvent::KeepAlive => Event::default().comment(""),
        };
        Some((Ok(event), company))
    })
}

/// Returns the error page of an error. Browsers do not reconnect after such a status; our client tries again later.
fn rejection(site: &Site, error: AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    site.error_pages.response(status)
}
