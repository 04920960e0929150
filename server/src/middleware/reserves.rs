//! Doors that have opened without a text are filled before anybody sees them.

use app::reserves;
use app::state::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

/// Waits until no opening is left to be dealt with, and goes on.
pub(crate) async fn settle(State(state): State<AppState>, request: Request, next: Next) -> Response {
    reserves::settle_due(&state).await;
    next.run(request).await
}
