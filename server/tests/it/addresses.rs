//! Addresses: one for each page, malformed ones rejected.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use app::paths;
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
    for address in ["/../etc/passwd", "/pkg/%2e%2e/%2e%2e/guldkorn.db", "/a%00b", "/a%0d%0aset-cookie:x"] {
        assert_eq!(app.get(address).await.status, StatusCode::BAD_REQUEST, "{address}");
    }
    for endless in [format!("/{}", "a".repeat(5000)), format!("/sok?q={}", "a".repeat(5000))] {
        assert_eq!(app.get(&endless).await.status, StatusCode::URI_TOO_LONG);
    }
}

/// Other sites, mails and apps hang their own values on a link.
#[tokio::test]
async fn what_others_hang_on_a_link_never_matters() {
    let app = TestApp::demo(AT).await;
    let long = format!("gclid={}", "a".repeat(5000));
    let junk = [
        "utm_campaign=F%F6r",
        "fbclid=x%0A",
        "utm_source=nyhetsbrev&utm_medium=e-post",
        "a%00=b",
        "x[y=z",
        "x[]=1&x[]=2",
        "x=%0d%0aset-cookie:a",
        "&&=&?",
        "%",
        "%zz=%zz",
        "x=1&x=2",
        "ref=https://other.example/?a=b",
        "%F6",
        &long,
    ];
    let css = app.state.assets.css.clone();
    for address in [
        "/",
        "/blogg",
        "/blogg/2026",
        "/kalender/2026",
        "/kalender/2026/lucka/7",
        "/kalender/2026/lucka/8",
        "/om",
        "/roster",
        "/sok?q=mod",
        "/finns-inte",
        "/feed.xml",
        "/rss.xml",
        "/feed.json",
        "/kalender/2026.ics",
        "/sitemap.xml",
        "/robots.txt",
        "/manifest.webmanifest",
        "/bild/kalender/2026/lucka/7.png",
        "/eu-emblem.svg",
        "/favicon.svg",
        &css,
        "/media/0/480.webp",
        "/healthz",
        "/admin/logga-in",
        "/admin/inlagg/1/narvaro",
        "/api/calendar/edition?slug=2026",
        "/api/calendar/board?slug=2026",
        "/api/calendar/door?edition=2026&day=7",
        "/api/site/start",
        "/api/site/read?address=/blogg",
    ] {
        let plain = app.get(address).await.status;
        for junk in junk {
            let separator = if address.contains('?') { '&' } else { '?' };
            for decorated in
                [format!("{address}{separator}{junk}"), address.replacen('?', &format!("?{junk}&"), 1)]
            {
                assert_eq!(app.get(&decorated).await.status, plain, "{decorated}");
            }
        }
    }
    let moved = app.get("/kalender/?utm_campaign=F%F6r&vy=lista").await;
    assert_eq!(moved.header("location"), "/kalender?vy=lista");
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

/// A plain page has one step of its own choice as its address, which must not be the first step of another address.
#[tokio::test]
async fn the_first_step_of_every_route_is_reserved() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut addresses = BTreeSet::new();
    // Readers' pages are found by the constants of `paths` (app/src/prerendered/route.rs).
    for route in leptos_axum::generate_route_list(app::admin::AdminApp) {
        addresses.insert(route.path().to_owned());
    }
    // axum does not list its routes. Those that are not made by `paths` stand as text in the source.
    for source in sources(&repository.join("server/src")) {
        for route in source.split(".route(").skip(1) {
            if let Some(literal) = route.trim_start().strip_prefix('"') {
                addresses.extend(literal.split('"').next().map(str::to_owned));
            }
        }
    }
    for entry in fs::read_dir(repository.join("public")).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            addresses.insert(format!("/{}", entry.file_name().to_str().unwrap()));
        }
    }
    for known in ["/admin/konto", "/fonts"] {
        assert!(addresses.contains(known), "{known} is not among {addresses:?}");
    }
    for address in &addresses {
        let first = address.split('/').nth(1).unwrap_or_default();
        let is_free = first.is_empty() || first.starts_with(['{', '*']);
        assert!(is_free || paths::is_reserved(first), "{address}: add it to `addresses!` in app/src/paths");
    }
}

/// The text of every Rust file in a folder.
fn sources(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
    found
}
