//! Forged, oversized and broken requests.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::routing::{get, post};
use bytes::Bytes;
use http::{Method, Request, StatusCode};
use hyper::body::Frame;
use server::error_pages::ErrorPages;
use server::middleware::apply;

use crate::test_app::{TestApp, send_to};

const AT: &str = "2026-12-07T08:00+01:00";
const LOG_IN: &str = "/api/staff/log_in";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn cross_site_requests_are_rejected() {
    let app = TestApp::empty(AT).await;
    for forged in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://other.example")],
        &[("origin", "https://guldkorn.example.other.example")],
        &[("origin", "https://guldkorn.example:8443")],
        &[("origin", "null")],
        &[("origin", "")],
        &[("origin", "http://guldkorn.example"), ("x-forwarded-proto", "https")],
        &[("referer", "https://other.example/")],
        &[("referer", "nonsens")],
    ] {
        let headers = [&[FORM], forged].concat();
        for address in [LOG_IN, "/api/finns/inte", "/"] {
            let response = app.send(Method::POST, address, &headers, Body::from("email=a&password=b")).await;
            assert_eq!(response.status, StatusCode::FORBIDDEN, "{address} {forged:?}");
            assert!(response.headers.get("set-cookie").is_none());
        }
    }
}

#[tokio::test]
async fn same_origin_requests_and_command_line_tools_may_write() {
    let app = TestApp::empty(AT).await;
    for honest in [
        &[("sec-fetch-site", "same-origin")][..],
        &[("sec-fetch-site", "none")],
        &[("origin", "http://guldkorn.example")],
        &[("origin", "https://guldkorn.example"), ("x-forwarded-proto", "https")],
        &[("origin", "https://guldkorn.example")],
        &[
            ("sec-fetch-site", "same-origin"),
            ("origin", "http://guldkorn.example"),
            ("x-forwarded-proto", "https"),
        ],
        &[("referer", "http://guldkorn.example/admin/logga-in")],
        &[],
    ] {
        let headers = [&[FORM], honest].concat();
        let response = app.send(Method::POST, LOG_IN, &headers, Body::from("email=a&password=b")).await;
        assert_ne!(response.status, StatusCode::FORBIDDEN, "{honest:?}");
    }
}

#[tokio::test]
async fn bodies_are_limited() {
    let app = TestApp::empty(AT).await;
    let large = format!("email={}", "a".repeat(65 * 1024));
    let length = large.len().to_string();
    let told = app.send(Method::POST, LOG_IN, &[FORM, ("content-length", &length)], Body::from(large)).await;
    assert_eq!(told.status, StatusCode::PAYLOAD_TOO_LARGE);

    let response = app.send(Method::POST, LOG_IN, &[FORM], Body::new(Pieces(100))).await;
    assert_eq!(response.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_panic_costs_one_response() {
    async fn bug() {
        panic!("on purpose");
    }
    let plain = ErrorPages::new("/pkg/guldkorn.css", "");
    let router = apply(Router::new().route("/fel", get(bug)).route("/ok", post(async || "ok")), &plain);
    let ask = |method, address| {
        let request = Request::builder().method(method).uri(address).header("host", "guldkorn.example");
        request.body(Body::empty()).unwrap()
    };
    let response = send_to(router.clone(), ask(Method::GET, "/fel")).await;
    assert_eq!(response.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(response.text().contains("<h1>Något gick fel hos oss</h1>"));
    assert!(response.text().contains(r#"<link rel="stylesheet" href="/pkg/guldkorn.css">"#));
    assert!(!response.text().contains("<script") && !response.text().contains("on purpose"));
    assert_eq!(response.header("x-content-type-options"), "nosniff");
    assert_eq!(response.header("cache-control"), "no-store");
    assert_eq!(send_to(router, ask(Method::POST, "/ok")).await.text(), "ok");
}

/// A body that comes in chunks, without a known length.
struct Pieces(usize);

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.0 == 0 {
            return Poll::Ready(None);
        }
        self.0 -= 1;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b'a'; 1024])))))
    }
}
