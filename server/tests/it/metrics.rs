//! `/metrics`: what is counted, and who may see it.

use app::staff::network::Peer;
use axum::body::Body;
use http::{Request, StatusCode};

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";

async fn metrics(app: &TestApp, headers: &[(&str, &str)]) -> TestResponse {
    let request = Request::builder().uri("/metrics").header("host", "127.0.0.1:3000");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert(Peer([127, 0, 0, 1].into()));
    app.send_request(request).await
}

fn assert_has(text: &str, lines: &[&str]) {
    for line in lines {
        assert!(text.lines().any(|found| found == *line), "{line} in\n{text}");
    }
}

#[tokio::test]
async fn what_the_server_does_is_counted() {
    let app = TestApp::demo(AT).await;
    for address in [
        "/",
        "/",
        "/kalender/2026/lucka/7",
        "/kalender/2026/lucka/8",
        "/finns-inte",
        "/api/calendar/door?edition=2026&day=6",
    ] {
        app.get(address).await;
    }
    let response = metrics(&app, &[]).await;
    assert_eq!(response.status, StatusCode::OK);
    assert_eq!(response.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    assert_eq!(response.header("cache-control"), "no-store");
    assert_has(
        response.text(),
        &[
            "guldkorn_http_requests_total{status=\"2xx\"} 4",
            "guldkorn_http_requests_total{status=\"4xx\"} 2",
            "guldkorn_http_requests_total{status=\"5xx\"} 0",
            "guldkorn_page_cache_lookups_total{result=\"hit\"} 1",
            "guldkorn_page_cache_lookups_total{result=\"miss\"} 4",
            "guldkorn_page_render_seconds_count 4",
            "guldkorn_doors_shown_total{as=\"page\"} 1",
            "guldkorn_doors_shown_total{as=\"client\"} 1",
            "# TYPE guldkorn_page_render_seconds histogram",
            "guldkorn_last_backup_timestamp_seconds 0",
            "guldkorn_unanswered_caches 0",
            concat!("guldkorn_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1"),
        ],
    );
    let value = |name: &str| {
        let line = response.text().lines().find(|line| line.starts_with(&format!("{name} "))).expect(name);
        line.rsplit(' ').next().unwrap().parse::<u64>().unwrap()
    };
    assert!(value("guldkorn_open_doors") >= 7 && value("guldkorn_database_bytes") > 100_000);
    if cfg!(target_os = "linux") {
        assert!(value("process_resident_memory_bytes") > 1_000_000 && value("process_open_fds") > 3);
    }
}

#[tokio::test]
async fn no_number_tells_what_somebody_read() {
    let app = TestApp::demo(AT).await;
    for address in ["/kalender/2026/lucka/7", "/sok?q=hemligt", "/om"] {
        app.get(address).await;
    }
    let response = metrics(&app, &[]).await;
    for word in ["lucka", "kalender", "hemligt", "127.0.0.1", "/om"] {
        assert!(!response.text().contains(word), "{word}");
    }
}

#[tokio::test]
async fn to_strangers_there_are_no_metrics() {
    let app = TestApp::empty(AT).await;
    let through_proxy = metrics(&app, &[("x-forwarded-for", "192.0.2.7")]).await;
    let from_nowhere = app.get("/metrics").await;
    let missing = app.get("/finns-inte.php").await;
    for response in [through_proxy, from_nowhere] {
        assert_eq!((response.status, &response.body), (StatusCode::NOT_FOUND, &missing.body));
        assert_eq!(response.header("cache-control"), "no-store");
    }
}
