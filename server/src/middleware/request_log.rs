//! One line per request, without anything that points at a person: no address, no browser, no query.

use std::time::Instant;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

/// Writes method, path, status and milliseconds.
pub(super) async fn record(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    let path = printable(request.uri().path()).to_owned();
    let response = next.run(request).await;
    let millis = start.elapsed().as_millis();
    tracing::info!(%method, path, status = response.status().as_u16(), millis, "request");
    response
}

/// Without the key in the address of a single-use page: who reads the log must not be able to use it.
fn printable(path: &str) -> &str {
    const KEYS: &str = "/admin/losenord/";
    if path.starts_with(KEYS) { KEYS } else { path }
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn keys_stay_out_of_the_log() {
        assert_eq!(printable(&app::paths::choose_password("hemlig")), "/admin/losenord/");
        assert_eq!(printable("/kalender/2026"), "/kalender/2026");
    }
}
