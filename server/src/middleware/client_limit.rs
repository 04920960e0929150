//! Limits how many requests of one client are under way, so that nobody takes the place of all others.

use app::staff::network::Network;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;

use crate::error_pages::ErrorPages;
use crate::held_body::HeldBody;
use crate::shares::Shares;

/// More than a house full of readers has at once, and a browser that loads a long page over HTTP/2 through a proxy.
const MAX_PER_NETWORK: usize = 128;

/// Counts the requests under way by the network they come from.
#[derive(Debug, Clone)]
pub(super) struct ClientLimit {
    requests: Shares<Network>,
    error_pages: ErrorPages,
}

impl ClientLimit {
    pub(super) fn new(error_pages: ErrorPages) -> Self {
        Self { requests: Shares::new(MAX_PER_NETWORK), error_pages }
    }
}

/// Refuses (429) what is too much. A request is under way until its response has been sent. Where nobody knows who comes
/// from where, there is no limit.
pub(super) async fn limit_client(State(limit): State<ClientLimit>, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let network = Network::of(&head);
    let request = Request::from_parts(head, body);
    if !network.is_known() {
        return next.run(request).await;
    }
    match limit.requests.take(network) {
        Some(share) => next.run(request).await.map(|body| Body::new(HeldBody::new(body, share))),
        None => limit.error_pages.response(StatusCode::TOO_MANY_REQUESTS),
    }
}
