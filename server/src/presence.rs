//! `/admin/inlagg/{id}/narvaro` and `/admin/tavla/{id}/narvaro`: who else has a post or a board open, and what has changed
//! there, as streams of server-sent events.

use app::admin::{BoardCompany, PostCompany, StaffEvent, StaffStream, Watched};
use app::calendar::EditionId;
use app::posts::{PostId, Revision};
use axum::extract::{Path, Query, Request, State};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodRouter, get};
use futures_util::{Stream, stream};
use http::{HeaderName, HeaderValue, header};
use serde::Deserialize;

use crate::pages::{self, Site};

pub(crate) const POST: &str = "/admin/inlagg/{id}/narvaro";
pub(crate) const BOARD: &str = "/admin/tavla/{id}/narvaro";

#[derive(Deserialize)]
struct PresenceQuery {
    /// The revision that the writing began from.
    #[serde(rename = "fran", default)]
    base_revision: Revision,
}

pub(crate) fn of_post() -> MethodRouter<Site> {
    get(post).fallback(pages::page)
}

pub(crate) fn of_board() -> MethodRouter<Site> {
    get(board).fallback(pages::page)
}

async fn post(
    State(site): State<Site>,
    Path(post): Path<PostId>,
    Query(PresenceQuery { base_revision }): Query<PresenceQuery>,
    request: Request,
) -> Response {
    open(&site, request, PostCompany { post, base_revision }).await
}

async fn board(State(site): State<Site>, Path(edition): Path<EditionId>, request: Request) -> Response {
    open(&site, request, BoardCompany { edition }).await
}

async fn open(site: &Site, request: Request, watched: impl Watched) -> Response {
    let (head, _) = request.into_parts();
    match StaffStream::open(&site.state, head, watched).await {
        Ok(opened) => response(opened),
        // Browsers do not reconnect after such a status; our scripts try again later.
        Err(error) => site.error_pages.response_to(error),
    }
}

fn response(opened: StaffStream<impl Watched>) -> Response {
    let mut response = Sse::new(events(opened)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    // nginx would hold the events back until its buffer is full.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

fn events(opened: StaffStream<impl Watched>) -> impl Stream<Item = Result<Event, axum::Error>> {
    stream::unfold(opened, |mut opened| async {
        let event = match opened.next().await? {
            StaffEvent::Changed(json) => Event::default().data(json),
            StaffEvent::KeepAlive => Event::default().comment(""),
        };
        Some((Ok(event), opened))
    })
}
