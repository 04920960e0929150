//! The quick exit: clears the browser's data and redirects, whatever fails.

use axum::body::Body;
use http::Method;

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-24T08:00+01:00";
const LEAVE: &str = "/lamna";
const USUAL: &str = "https://www.smhi.se/";

fn clears(response: &TestResponse) -> bool {
    match response.header("clear-site-data") {
        "" => false,
        traces => {
            assert_eq!(traces, r#""cache", "storage""#, "an editor stays logged in");
            true
        }
    }
}

async fn set_exit(app: &TestApp, address: &str) {
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update site_settings set exit_address = $1")
        .bind(address)
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
}

#[tokio::test]
async fn it_clears_and_redirects_to_the_neutral_site() {
    let app = TestApp::demo(AT).await;
    set_exit(&app, "https://example.org/kartor").await;
    for method in [Method::GET, Method::HEAD] {
        let response = app.send(method, LEAVE, &[], Body::empty()).await;
        assert_eq!(response.status, 303);
        assert_eq!(response.header("location"), "https://example.org/kartor");
        assert!(clears(&response));
        assert_eq!(response.header("cache-control"), "no-store");
        assert_eq!(response.header("referrer-policy"), "no-referrer");
        assert_eq!(response.header("x-robots-tag"), "noindex, nofollow");
        assert_eq!(response.header("x-content-type-options"), "nosniff");
        assert!(response.header("content-security-policy").starts_with("default-src 'none'"));
        assert!(response.body.is_empty());
    }
    assert_eq!(app.send(Method::POST, LEAVE, &[], Body::empty()).await.status, 405);
}

#[tokio::test]
async fn an_invalid_exit_address_is_not_used() {
    let app = TestApp::demo(AT).await;
    for bad in
        ["", "javascript:alert(1)", "/blogg", "//example.org", "https://", "https://exempel.se/å\r\nx: y"]
    {
        set_exit(&app, bad).await;
        assert_eq!(app.get(LEAVE).await.header("location"), USUAL, "{bad}");
    }
}

#[tokio::test]
async fn it_works_without_a_database() {
    let app = TestApp::demo(AT).await;
    app.state.db.close().await;
    let response = app.get(LEAVE).await;
    assert_eq!((response.status.as_u16(), response.header("location")), (303, USUAL));
    assert!(clears(&response));
}

#[tokio::test]
async fn only_a_navigation_triggers_it() {
    let app = TestApp::demo(AT).await;
    for (headers, status, cleared) in [
        (&[("sec-fetch-mode", "navigate"), ("sec-fetch-site", "same-origin")][..], 303, true),
        (&[("sec-fetch-mode", "navigate"), ("sec-fetch-site", "none")], 303, true),
        // A link on another site redirects, but clears nothing.
        (&[("sec-fetch-mode", "navigate"), ("sec-fetch-site", "cross-site")], 303, false),
        (&[("sec-fetch-mode", "no-cors"), ("sec-fetch-site", "cross-site")], 204, false),
        (&[("sec-fetch-mode", "cors"), ("sec-fetch-site", "same-origin")], 204, false),
        (&[("sec-fetch-mode", "navigate"), ("sec-purpose", "prefetch;prerender")], 204, false),
        (&[("purpose", "prefetch")], 204, false),
    ] {
        let response = app.get_with(LEAVE, headers).await;
        assert_eq!(response.status, status, "{headers:?}");
        assert_eq!(clears(&response), cleared, "{headers:?}");
        assert_eq!(response.header("cache-control"), "no-store", "{headers:?}");
    }
}
