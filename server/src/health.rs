//! `/healthz`: whether the server can do its work.

use std::time::Duration;

use app::state::AppState;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sqlx::Connection as _;

const TIMEOUT: Duration = Duration::from_secs(2);

/// Returns 200 if the database answers, otherwise 503.
pub(crate) async fn health(State(state): State<AppState>) -> Response {
    let ping = async { state.db.reader().acquire().await?.ping().await };
    match tokio::time::timeout(TIMEOUT, ping).await {
        Ok(Ok(())) => concat!("ok ", env!("CARGO_PKG_VERSION")).into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "databasen svarar inte").into_response(),
    }
}
