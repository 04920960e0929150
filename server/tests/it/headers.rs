//! The security headers of every response.

use axum::body::Body;
use http::{Method, StatusCode};

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";

fn assert_safe(response: &TestResponse, address: &str) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(response.header(name), value, "{name} of {address}");
    }
    // The site's files are for its frames, too, which may count as another origin.
    let is_file = response.status == StatusCode::OK
        && ["/pkg/", "/eu-emblem.svg"].iter().any(|file| address.starts_with(file));
    let resource_policy = if is_file { "cross-origin" } else { "same-origin" };
    assert_eq!(response.header("cross-origin-resource-policy"), resource_policy, "{address}");
    let policy = response.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy} of {address}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy} of {address}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy} of {address}");
    assert!(!response.header("permissions-policy").is_empty(), "{address}");
    assert!(!response.header("cache-control").is_empty(), "{address}");
    assert_eq!(response.header("strict-transport-security"), "", "{address}");
}

#[tokio::test]
async fn every_kind_of_response_is_safe() {
    let app = TestApp::demo(AT).await;
    for (address, status) in [
        ("/", 200),
        ("/kalender/2026", 200),
        ("/kalender/2026/lucka/7", 200),
        ("/kalender/2026/lucka/8", 403),
        ("/kalender/2026/lucka/25", 404),
        ("/sok?q=mod", 200),
        ("/finns-inte", 404),
        ("/finns-inte.php", 404),
        ("/kalender/", 308),
        ("/pkg/guldkorn.Ab3.css", 200),
        ("/pkg/guldkorn.gone.css", 404),
        ("/eu-emblem.svg", 200),
        ("/icon-192.png", 200),
        ("/favicon.ico", 200),
        ("/feed.xml", 200),
        ("/kalender/2026.ics", 200),
        ("/bild/kalender/2026/lucka/7.png", 200),
        ("/bild/kalender/2026/lucka/8.png", 404),
        ("/healthz", 200),
        ("/media/0/480.webp", 404),
        ("/api/finns/inte", 404),
        ("/%2e%2e/hemligt", 400),
    ] {
        let response = app.get(address).await;
        assert_eq!(response.status, status, "{address}");
        assert_safe(&response, address);
    }
    let response = app.send(Method::PUT, "/", &[], Body::empty()).await;
    assert_eq!((response.status, response.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
    assert_safe(&response, "PUT /");
}

#[tokio::test]
async fn every_page_has_an_etag_and_a_max_age() {
    let app = TestApp::demo(AT).await;
    for address in ["/", "/kalender/2026/lucka/7", "/kalender/2026/lucka/8", "/finns-inte"] {
        let response = app.get(address).await;
        assert_eq!(response.header("content-type"), "text/html; charset=utf-8", "{address}");
        assert!(response.header("etag").starts_with('"'), "{address}");
        assert_eq!(response.header("cache-control"), "public, max-age=60", "{address}");
        assert_eq!(response.header("vary"), "accept-encoding", "{address}");
    }
}

#[tokio::test]
async fn the_nonce_in_the_policy_is_that_of_the_scripts() {
    let app = TestApp::demo(AT).await;
    let response = app.get("/kalender/2026").await;
    let policy = response.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
    assert!(nonce.len() >= 22, "128 bits: {nonce}");
    let scripts = scraper::Selector::parse("script:not([src])").unwrap();
    let page = scraper::Html::parse_document(response.text());
    let inline: Vec<_> = page.select(&scripts).collect();
    assert!(!inline.is_empty());
    for script in inline {
        assert_eq!(script.attr("nonce"), Some(nonce), "{}", script.html());
    }
    assert_eq!(page.select(&scraper::Selector::parse("[style], style").unwrap()).count(), 0);
}

#[tokio::test]
async fn https_is_demanded_only_where_there_is_https() {
    let app = TestApp::empty(AT).await;
    let response = app.get_with("/healthz", &[("x-forwarded-proto", "https")]).await;
    assert_eq!(response.header("strict-transport-security"), "max-age=63072000");
}

/// Compares the whole policy: a new source weakens it, and should be added here knowingly.
#[tokio::test]
async fn the_policy_allows_this_and_nothing_else() {
    let app = TestApp::demo(AT).await;
    let whole = |response: &TestResponse| {
        let policy = response.header("content-security-policy").to_owned();
        let nonce =
            policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or("").to_owned();
        if nonce.is_empty() { policy } else { policy.replace(&nonce, "N") }
    };
    let page_with = |nonce: &str, frames: &str| {
        format!(
            "default-src 'none'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
             media-src 'self'; font-src 'self'; connect-src 'self';{frames} manifest-src 'self'; form-action 'self'; base-uri 'none'; \
             object-src 'none'; frame-ancestors 'none'"
        )
    };
    let page = |nonce: &str| page_with(nonce, "");
    let file = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'".to_owned();
    let drawing = file.replace("base-uri", "style-src 'unsafe-inline'; base-uri");
    for (address, policy) in [
        ("/", page(" 'nonce-N'")),
        ("/kalender/2026/lucka/8", page(" 'nonce-N'")),
        // The staff's pages may frame pages that allow it: previews.
        ("/admin/logga-in", page_with(" 'nonce-N'", " frame-src 'self';")),
        ("/finns-inte.php", page("")),
        ("/eu-emblem.svg", file.clone()),
        ("/favicon.svg", format!("{drawing}; sandbox")),
        // A drawing holds the styles of its variants.
        ("/scener/stad.svg", drawing.clone()),
        ("/feed.xml", file.clone()),
        ("/bild/kalender/2026/lucka/7.png", file.clone()),
        ("/api/calendar/board?slug=2026", file.clone()),
        ("/healthz", file),
    ] {
        assert_eq!(whole(&app.get(address).await), policy, "{address}");
    }
}

#[tokio::test]
async fn pages_may_use_no_device_features() {
    let app = TestApp::empty(AT).await;
    let policy = app.get("/").await.header("permissions-policy").to_owned();
    for feature in
        ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics", "display-capture"]
    {
        assert!(policy.split(", ").any(|item| item == format!("{feature}=()")), "{feature}: {policy}");
    }
}
