//! The brotli of pages that are asked for again gets smaller, under an entity tag of its own.

use std::io::Read as _;

use http::StatusCode;

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00:00+01:00";
/// Before a page is old enough.
const SOON: &str = "2026-12-07T08:00:05+01:00";
const LATER: &str = "2026-12-07T08:01:00+01:00";
const ADDRESS: &str = "/om";
const BROTLI: (&str, &str) = ("accept-encoding", "gzip, br");

async fn compressed(app: &TestApp, headers: &[(&str, &str)]) -> TestResponse {
    app.get_with(ADDRESS, &[&[BROTLI], headers].concat()).await
}

fn text(response: &TestResponse) -> String {
    assert_eq!(response.header("content-encoding"), "br");
    assert_eq!(response.header("content-length"), response.body.len().to_string());
    let mut text = String::new();
    brotli::Decompressor::new(&response.body[..], 4096).read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn a_page_that_is_asked_for_again_gets_smaller_under_another_tag() {
    let app = TestApp::demo(AT).await;
    let first = compressed(&app, &[]).await;
    let plain = app.get(ADDRESS).await;
    app.set_clock(SOON);
    for _ in 0..3 {
        assert_eq!(
            compressed(&app, &[]).await.header("etag"),
            first.header("etag"),
            "everybody comes at once"
        );
    }

    app.set_clock(LATER);
    let better = loop {
        let response = compressed(&app, &[]).await;
        assert_eq!(text(&response), plain.text());
        if response.header("etag") != first.header("etag") {
            break response;
        }
        tokio::task::yield_now().await;
    };
    assert!(better.body.len() < first.body.len());
    let again = compressed(&app, &[]).await;
    assert_eq!((&again.headers, &again.body), (&better.headers, &better.body));

    let known = compressed(&app, &[("if-none-match", better.header("etag"))]).await;
    assert_eq!((known.status, known.header("etag")), (StatusCode::NOT_MODIFIED, better.header("etag")));
    let former = compressed(&app, &[("if-none-match", first.header("etag"))]).await;
    assert_eq!((former.status, &former.body), (StatusCode::OK, &better.body), "these are other bytes");
    let uncompressed = app.get_with(ADDRESS, &[("if-none-match", plain.header("etag"))]).await;
    assert_eq!(uncompressed.status, StatusCode::NOT_MODIFIED, "and these are the same");

    app.change_content().await;
    assert_eq!(text(&compressed(&app, &[]).await), app.get(ADDRESS).await.text(), "made anew");
}
