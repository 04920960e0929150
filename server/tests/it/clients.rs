//! What one client can do to the others.

use std::net::IpAddr;

use app::staff::Role;
use app::staff::network::Peer;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::routing::get;
use http::StatusCode;
use server::error_pages::ErrorPages;
use server::middleware::apply;
use tower::ServiceExt as _;

use crate::browser::Browser;
use crate::test_app::{TestApp, send_to};

const AT: &str = "2026-12-07T08:00+01:00";

fn request_from(peer: &str, forwarded_for: &str) -> Request {
    let request = Request::builder().uri("/").header("host", "guldkorn.example");
    let mut request = request.header("x-forwarded-for", forwarded_for).body(Body::empty()).unwrap();
    request.extensions_mut().insert(Peer(peer.parse::<IpAddr>().unwrap()));
    request
}

#[tokio::test]
async fn a_client_with_too_many_requests_under_way_is_refused_and_others_are_not() {
    let router = apply(
        Router::new().route("/", get(async || "ok".repeat(100))),
        &ErrorPages::new("/pkg/guldkorn.css", ""),
    );
    for (peer, flood, other) in [
        ("127.0.0.1", "192.0.2.1", "192.0.2.2"),
        ("127.0.0.1", "2001:db8:1:2::1", "2001:db8:1:3::1"),
        // Whoever comes without a proxy is counted by its own address, whatever it says.
        ("198.51.100.1", "192.0.2.3", "192.0.2.3"),
    ] {
        let mut held = Vec::new();
        let refused = loop {
            let response = router.clone().oneshot(request_from(peer, flood)).await.unwrap();
            if response.status() != StatusCode::OK {
                break response;
            }
            // Not read: the response is still under way.
            held.push(response);
        };
        assert_eq!((refused.status(), held.len()), (StatusCode::TOO_MANY_REQUESTS, 128));
        assert_eq!(refused.headers()["retry-after"], "5");
        let other_peer = if peer == "127.0.0.1" { peer } else { "198.51.100.2" };
        assert_eq!(send_to(router.clone(), request_from(other_peer, other)).await.status, StatusCode::OK);
        held.pop();
        assert_eq!(send_to(router.clone(), request_from(peer, flood)).await.status, StatusCode::OK);
    }
    // Where nobody knows who comes from where, nobody waits for others.
    let mut held = Vec::new();
    for _ in 0..300 {
        held.push(router.clone().oneshot(request_from("127.0.0.1", "")).await.unwrap());
    }
    assert!(held.iter().all(|response| response.status() == StatusCode::OK));
}

#[tokio::test]
async fn a_cookie_that_opens_nothing_gets_the_cached_page() {
    let app = TestApp::demo(AT).await;
    let shared = app.get("/").await;
    let token = "ab".repeat(32);
    for cookie in [
        "__Host-guldkorn=x".to_owned(),
        "guldkorn=x; __Host-guldkorn-flash=y".to_owned(),
        format!("__Host-guldkorn={token}"),
        format!("__Host-guldkorn-flash={token}; __Host-guldkorn-text={token}"),
    ] {
        let response = app.get_with("/", &[("cookie", &cookie)]).await;
        assert_eq!(response.header("etag"), shared.header("etag"), "{cookie}");
        assert_eq!(response.header("cache-control"), "public, max-age=60", "{cookie}");
    }
    let mut anna = Browser::of(&app, "Anna", Role::Writer).await;
    let own = anna.send(http::Method::GET, "/", &[]).await;
    assert_eq!(own.header("cache-control"), "private, no-store");
    assert_ne!(own.header("etag"), shared.header("etag"));
    app.set_clock("2026-12-08T08:00+01:00");
    let ended = anna.send(http::Method::GET, "/", &[]).await;
    assert_eq!(ended.header("cache-control"), "public, max-age=60", "an ended session opens nothing");
}
