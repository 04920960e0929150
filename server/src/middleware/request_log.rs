//! One line per request, without anything that points at a person: no address, no browser, no query.

use std::time::Instant;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

/// Writes method, path, status and milliseconds. That somebody left in a hurry is nobody's business: beside the line
/// before it, it would tell what was read then.
pub(super) async fn record(request: Request, next: Next) -> Response {
    if is_way_out(request.uri().path()) {
        return next.run(request).await;
    }
    let start = Instant::now();
    let method = request.method().clone();
    let path = printable(request.uri().path()).to_owned();
    let response = next.run(request).await;
    let millis = start.elapsed().as_millis();
    tracing::info!(%method, path, status = response.status().as_u16(), millis, "request");
    response
}

fn is_way_out(path: &str) -> bool {
    path.trim_end_matches('/') == app::paths::LEAVE
}

/// Without the key in the address of a single-use page: who reads the log must not be able to use it.
fn printable(path: &str) -> &str {
    const KEYS: [&str; 2] = ["/admin/losenord/", "/delad/"];
    KEYS.into_iter().find(|keys| path.starts_with(keys)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{is_way_out, printable};

    #[test]
    fn who_leaves_stays_out_of_the_log() {
        assert!(is_way_out("/lamna") && is_way_out("/lamna/"));
        assert!(!is_way_out("/lamna-mig") && !is_way_out("/"));
    }

    #[test]
    fn keys_stay_out_of_the_log() {
        assert_eq!(printable(&app::paths::choose_password("hemlig")), "/admin/losenord/");
        assert_eq!(printable(&app::paths::review_link("hemlig")), "/delad/");
        assert_eq!(printable("/kalender/2026"), "/kalender/2026");
    }
}
