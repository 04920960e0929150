//! Addresses: one for each page, malformed ones rejected.

use http::StatusCode;

use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";

#[tokio::test]
async fn a_trailing_slash_is_removed_and_the_query_kept() {
    let app = TestApp::empty(AT).await;
    for (address, location) in [
        ("/kalender/", "/kalender"),
        ("/kalender/2026/", "/kalender/2026"),
        ("/blogg/?sida=2", "/blogg?sida=2"),
        ("/kalender/2026/lucka/7/", "/kalender/2026/lucka/7"),
    ] {
        let response = app.get(address).await;
        assert_eq!(
            (response.status, response.header("location")),
            (StatusCode::PERMANENT_REDIRECT, location),
            "{address}"
        );
    }
}

#[tokio::test]
async fn no_address_leads_to_another_host() {
    let app = TestApp::empty(AT).await;
    for address in [
        "//other.example/",
        "//other.example",
        "/\\other.example/",
        "/%5cother.example/",
        "/%2fother.example/",
        "//",
    ] {
        let response = app.get(address).await;
        assert_eq!(
            (response.status, response.header("location")),
            (StatusCode::BAD_REQUEST, ""),
            "{address}"
        );
        assert!(response.text().contains("<h1>Adressen går inte att läsa</h1>"));
    }
}

#[tokio::test]
async fn malformed_and_long_addresses_are_rejected() {
    let app = TestApp::empty(AT).await;
    for address in
        ["/../etc/passwd", "/pkg/%2e%2e/%2e%2e/guldkorn.db", "/a%00b", "/blogg?sida=%0d%0aset-cookie:x"]
    {
        assert_eq!(app.get(address).await.status, StatusCode::BAD_REQUEST, "{address}");
    }
    let endless = format!("/blogg?q={}", "a".repeat(5000));
    assert_eq!(app.get(&endless).await.status, StatusCode::URI_TOO_LONG);
}

#[tokio::test]
async fn the_health_check_follows_the_database() {
    let app = TestApp::empty(AT).await;
    let response = app.get("/healthz").await;
    assert_eq!(
        (response.status, response.text()),
        (StatusCode::OK, concat!("ok ", env!("CARGO_PKG_VERSION")))
    );
    assert_eq!(response.header("cache-control"), "no-store");
    app.state.db.close().await;
    assert_eq!(app.get("/healthz").await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn without_a_database_cached_pages_are_served_and_others_fail() {
    let (warm, cold) = (TestApp::demo(AT).await, TestApp::demo(AT).await);
    let kept = warm.get("/").await;
    for app in [&warm, &cold] {
        app.state.db.close().await;
        let response = app.get("/blogg").await;
        assert_eq!(response.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.header("cache-control"), "no-store");
        assert!(response.text().contains("<h1>Något gick fel hos oss</h1>"));
    }
    assert_eq!(warm.get("/").await.body, kept.body, "what is in memory still holds");
    let plain = cold.get("/blogg").await;
    assert!(!plain.text().contains("<script"), "without even the site's name, the page is plain");
}
