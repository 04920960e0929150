//! `/metrics`: numbers about the running server, as Prometheus reads them.
//!
//! No label names a page, a person or a network: what somebody reads is nobody's to know. Counting is one atomic
//! addition; what has to be looked up is looked up when somebody asks.

mod access;
mod counters;
mod gauges;
mod process;
#[cfg(test)]
mod tests;

use app::state::AppState;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, header};
use prometheus_client::encoding::prometheus_text;

pub use access::MetricsToken;
pub(crate) use counters::Metrics;

use crate::error_pages::ErrorPages;

/// What the route needs. Cheap to clone.
#[derive(Clone)]
pub(crate) struct MetricsRoute {
    pub(crate) state: AppState,
    pub(crate) metrics: Metrics,
    pub(crate) token: MetricsToken,
    pub(crate) error_pages: ErrorPages,
}

/// Returns the numbers to whoever may see them; to others the address does not exist.
pub(crate) async fn show(State(route): State<MetricsRoute>, request: Request) -> Response {
    let MetricsRoute { state, metrics, token, error_pages } = route;
    let (head, _) = request.into_parts();
    if !access::is_allowed(&head, &token) {
        return error_pages.response(StatusCode::NOT_FOUND);
    }
    gauges::refresh(metrics.gauges(), &state).await;
    let mut text = String::new();
    match prometheus_text::encode(&mut text, metrics.registry()) {
        Ok(()) => {
            let headers =
                [(header::CONTENT_TYPE, prometheus_text::CONTENT_TYPE), (header::CACHE_CONTROL, "no-store")];
            (headers, text).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the metrics could not be written");
            error_pages.response(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}
