//! Cached pages are right at every instant: not early, not late, not after a write.

use std::sync::Arc;

use app::staff::Role;
use app::time::UnixMillis;
use axum::body::Body;
use http::{Method, StatusCode};

use crate::browser::Browser;
use crate::test_app::{TestApp, instant};

const BEFORE: &str = "2026-12-06T23:59:59+01:00";
const AT_ONCE: &str = "2026-12-07T00:00:00+01:00";
const DOOR: &str = "/kalender/2026/lucka/7";

#[tokio::test]
async fn a_door_opens_to_the_millisecond_and_closes_when_the_clock_is_set_back() {
    let app = TestApp::demo(BEFORE).await;
    for (at, status) in [
        (BEFORE, 403),
        ("2026-12-06T23:59:59.999+01:00", 403),
        (AT_ONCE, 200),
        ("2026-12-06T23:59:59.999+01:00", 403),
        ("2026-12-07T12:00:00+01:00", 200),
        (BEFORE, 403),
        ("2027-06-01T00:00:00+02:00", 200),
    ] {
        app.set_clock(at);
        for _ in 0..2 {
            assert_eq!(app.get(DOOR).await.status, status, "{at}");
        }
        let open = app.get("/kalender/2026").await.text().contains(r#"data-door="7" data-state="locked""#);
        assert_eq!(open, status == 403, "{at}");
    }
}

#[tokio::test]
async fn no_page_may_be_cached_beyond_the_next_opening() {
    let app = TestApp::demo(BEFORE).await;
    for (at, lifetime) in [
        ("2026-12-06T12:00:00+01:00", "public, max-age=60"),
        ("2026-12-06T23:59:30+01:00", "public, max-age=30"),
        ("2026-12-06T23:59:58.001+01:00", "public, max-age=1"),
        ("2026-12-06T23:59:59.001+01:00", "no-cache"),
        (AT_ONCE, "public, max-age=60"),
    ] {
        app.set_clock(at);
        for address in ["/", "/kalender/2026", "/kalender/2026/lucka/6", DOOR] {
            assert_eq!(app.get(address).await.header("cache-control"), lifetime, "{address} {at}");
        }
    }
}

#[tokio::test]
async fn a_page_is_rendered_once_until_something_changes() {
    // The numbers of the day before are shown from one o'clock on.
    let app = TestApp::demo("2026-12-07T01:00:00+01:00").await;
    let first = app.get("/kalender/2026").await;
    app.set_clock("2026-12-07T12:00:00+01:00");
    let second = app.get("/kalender/2026").await;
    assert_eq!(first.header("etag"), second.header("etag"));
    assert_eq!(first.body, second.body);
    app.change_content().await;
    let third = app.get("/kalender/2026").await;
    assert_ne!(first.header("etag"), third.header("etag"));
    assert_ne!(first.header("content-security-policy"), third.header("content-security-policy"));
}

#[tokio::test]
async fn requests_at_the_same_time_share_one_rendering() {
    let app = Arc::new(TestApp::demo(AT_ONCE).await);
    let clients: Vec<_> = (0..50)
        .map(|_| {
            let app = Arc::clone(&app);
            tokio::spawn(async move { app.get("/kalender/2026").await.header("etag").to_owned() })
        })
        .collect();
    let mut names = std::collections::HashSet::new();
    for client in clients {
        names.insert(client.await.unwrap());
    }
    assert_eq!(names.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_request_after_the_opening_gets_the_open_door() {
    let app = Arc::new(TestApp::demo(BEFORE).await);
    let opening = instant(AT_ONCE).as_millisecond();
    let clients: Vec<_> = (0..8)
        .map(|_| {
            let app = Arc::clone(&app);
            tokio::spawn(async move {
                for _ in 0..40 {
                    let asked = app.state.clock.now_millis();
                    let status = app.get(DOOR).await.status;
                    let answered = app.state.clock.now_millis();
                    if asked >= UnixMillis(opening) {
                        assert_eq!(status, StatusCode::OK, "late");
                    }
                    if answered < UnixMillis(opening) {
                        assert_eq!(status, StatusCode::FORBIDDEN, "early");
                    }
                    tokio::task::yield_now().await;
                }
            })
        })
        .collect();
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    app.set_clock(AT_ONCE);
    for client in clients {
        client.await.unwrap();
    }
    assert_eq!(app.get(DOOR).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_matching_etag_gets_no_bytes() {
    let app = TestApp::demo(AT_ONCE).await;
    for encoding in ["br", "gzip", "identity"] {
        let page = app.get_with("/", &[("accept-encoding", encoding)]).await;
        let etag = page.header("etag").to_owned();
        let again = app.get_with("/", &[("accept-encoding", encoding), ("if-none-match", &etag)]).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{encoding}");
        for name in ["etag", "cache-control", "content-security-policy", "vary"] {
            assert_eq!(again.header(name), page.header(name), "{name} {encoding}");
        }
        app.change_content().await;
        let changed = app.get_with("/", &[("accept-encoding", encoding), ("if-none-match", &etag)]).await;
        assert_eq!(changed.status, StatusCode::OK, "{encoding}");
    }
    let closed = app.get("/kalender/2026/lucka/8").await;
    let again = app.get_with("/kalender/2026/lucka/8", &[("if-none-match", closed.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_encoding_is_the_same_page() {
    use std::io::Read as _;
    let app = TestApp::demo(AT_ONCE).await;
    let plain = app.get("/").await;
    let (mut brotli, mut gzip) = (String::new(), String::new());
    let response = app.get_with("/", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!(response.header("content-encoding"), "br");
    brotli::Decompressor::new(&response.body[..], 4096).read_to_string(&mut brotli).unwrap();
    let response = app.get_with("/", &[("accept-encoding", "gzip")]).await;
    assert_eq!(response.header("content-encoding"), "gzip");
    flate2::read::GzDecoder::new(&response.body[..]).read_to_string(&mut gzip).unwrap();
    assert_eq!((brotli.as_str(), gzip.as_str()), (plain.text(), plain.text()));
}

#[tokio::test]
async fn head_has_the_same_headers_without_bytes() {
    let app = TestApp::demo(AT_ONCE).await;
    for (address, status) in
        [("/", 200), ("/kalender/2026/lucka/8", 403), ("/finns-inte", 404), ("/favicon.svg", 200)]
    {
        let get = app.get(address).await;
        let head = app.send(Method::HEAD, address, &[], Body::empty()).await;
        assert_eq!((head.status.as_u16(), head.body.len()), (status, 0), "{address}");
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{address}");
        assert_eq!(head.header("cache-control"), get.header("cache-control"), "{address}");
    }
}

#[tokio::test]
async fn no_header_of_one_visitor_changes_what_the_next_one_gets() {
    let app = TestApp::demo(AT_ONCE).await;
    let odd = [
        ("accept", "application/json"),
        ("accept-language", "en"),
        ("x-forwarded-host", "other.example"),
        ("x-forwarded-proto", "https"),
        ("x-original-url", "/admin"),
        ("x-ghost-preview", "1"),
        ("islands-router", "true"),
        ("cookie", "annan=1"),
        ("referer", "https://other.example/"),
    ];
    let first = app.get_with("/kalender/2026", &odd).await;
    let second = app.get("/kalender/2026").await;
    assert_eq!(first.header("etag"), second.header("etag"));
    assert_eq!(first.header("cache-control"), second.header("cache-control"));
    assert!(!second.text().contains("other.example"));
    let redirect = app.get_with("/kalender", &[("accept", "application/json")]).await;
    assert!(redirect.status.is_redirection(), "{}", redirect.status);
    let campaign = app.get("/kalender/2026?utm_source=brev").await;
    assert_eq!(campaign.header("etag"), second.header("etag"));
}

#[tokio::test]
async fn staff_get_pages_of_their_own_that_are_not_cached() {
    let app = TestApp::demo(AT_ONCE).await;
    let shared = app.get("/").await;
    let mut anna = Browser::of(&app, "Anna", Role::Writer).await;
    let own = anna.send(Method::GET, "/", &[]).await;
    assert_eq!(own.header("cache-control"), "private, no-store");
    assert_eq!(own.header("content-encoding"), "");
    assert_ne!(own.header("etag"), shared.header("etag"));
    assert_eq!(app.get("/").await.header("etag"), shared.header("etag"));
    for address in ["/admin", "/admin/logga-in"] {
        let response = app.get(address).await;
        assert_eq!(response.header("cache-control"), "private, no-store", "{address}");
    }
}

#[tokio::test]
async fn missing_pages_are_not_cached() {
    let app = TestApp::demo(AT_ONCE).await;
    let first = app.get("/finns-inte").await;
    let second = app.get("/finns-inte").await;
    assert_eq!((first.status, second.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_ne!(first.header("etag"), second.header("etag"));
}

/// A page whose rendering began before a save must not be served after it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_request_after_a_save_gets_what_was_saved() {
    let app = Arc::new(TestApp::demo(AT_ONCE).await);
    for number in 0..40 {
        app.change_content().await;
        let client = tokio::spawn({
            let app = Arc::clone(&app);
            async move { app.get("/kalender/2026").await.status }
        });
        // Saves at another point of the rendering each time.
        tokio::time::sleep(std::time::Duration::from_micros(number * 250)).await;
        let lead = format!("rad-nummer-{number}.");
        let mut writer = app.state.db.write_content().await.unwrap();
        let query = sqlx::query("update editions set lead = $1 where slug = '2026'").bind(&lead);
        query.execute(&mut *writer).await.unwrap();
        writer.commit().await.unwrap();
        assert!(app.get("/kalender/2026").await.text().contains(&lead), "{lead}");
        assert_eq!(client.await.unwrap(), StatusCode::OK);
        assert!(app.get("/kalender/2026").await.text().contains(&lead), "{lead} later");
    }
}
