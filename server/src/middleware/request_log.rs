//! Logs one line per request, without personal data: no IP address, no user agent, no query.

use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, StatusCode};
use tracing::Instrument as _;

/// Logs method, path, status and milliseconds, and gives every line about the request its id. The quick exit is left out: beside the line before it, it would tell
/// what somebody was reading.
pub(super) async fn record(request: Request, next: Next) -> Response {
    if is_quick_exit(request.uri().path()) {
        return next.run(request).await;
    }
    let span = tracing::error_span!("request", id = %RequestId::next());
    let start = Instant::now();
    let method = request.method().clone();
    let path = without_token(request.uri().path()).to_owned();
    let response = next.run(request).instrument(span.clone()).await;
    // JSON has no number for 128 bits.
    let millis = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    span.in_scope(|| tracing::info!(%method, path, status, millis, "request"));
    response
}

/// Logs a request whose response was given again, as [`record`] would.
pub(crate) fn repeated(path: &str, status: StatusCode) {
    if tracing::enabled!(tracing::Level::INFO) {
        let span = tracing::error_span!("request", id = %RequestId::next());
        let (method, status) = (Method::GET, status.as_u16());
        span.in_scope(|| tracing::info!(%method, path, status, millis = 0, "request"));
    }
}

/// Names a request in the log, so that the lines that belong together can be found.
struct RequestId(u64);

impl RequestId {
    fn next() -> Self {
        // Begins anywhere, so that no two starts of the server give the same.
        static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| getrandom::u64().unwrap_or_default().into());
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

fn is_quick_exit(path: &str) -> bool {
    path.trim_end_matches('/') == app::paths::QUICK_EXIT
}

/// Cuts off the secret token of a path: who reads the log must not be able to use it.
fn without_token(path: &str) -> &str {
    const TOKEN_PATHS: [&str; 3] = ["/admin/losenord/", "/delad/", "/tillganglighet/synpunkter/kvitto/"];
    TOKEN_PATHS.into_iter().find(|prefix| path.starts_with(prefix)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{is_quick_exit, without_token};

    #[test]
    fn the_quick_exit_stays_out_of_the_log() {
        assert!(is_quick_exit("/lamna") && is_quick_exit("/lamna/"));
        assert!(!is_quick_exit("/lamna-mig") && !is_quick_exit("/"));
    }

    #[test]
    fn tokens_stay_out_of_the_log() {
        assert_eq!(without_token(&app::paths::choose_password("hemlig")), "/admin/losenord/");
        assert_eq!(without_token(&app::paths::review_link("hemlig")), "/delad/");
        assert_eq!(without_token(&app::paths::feedback_receipt("hemlig")), app::paths::feedback_receipt(""));
        assert_eq!(without_token("/kalender/2026"), "/kalender/2026");
    }
}
