//! Error pages: what happened, in the site's own style, with a search form and links.

use scraper::{Html, Selector};

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";

fn assert_helpful(response: &TestResponse, heading: &str) {
    let page = Html::parse_document(response.text());
    let all = |what: &str| page.select(&Selector::parse(what).unwrap()).count();
    let h1: String = page.select(&Selector::parse("h1").unwrap()).flat_map(|h1| h1.text()).collect();
    assert_eq!(h1, heading);
    assert_eq!(
        all(r#"form[role="search"][action="/sok"]:not([method="post"]) input[name="q"][aria-label]"#),
        1
    );
    assert_eq!(all(r#"main a.button[href="/"]"#), 1);
    assert_eq!(all(r#"main a[href="/kalender"], main a[href="/blogg"]"#), 2);
    assert_eq!(all(r#"header.head.night a.brand[href="/"] img[src="/logo.svg"]"#), 1);
    assert_eq!(all(r#"meta[name="color-scheme"][content="light dark"]"#), 1, "light and night");
    assert_eq!(all(r#"meta[name="robots"][content="noindex"]"#), 1);
    assert_eq!(all("a.skip"), 1);
    assert!(response.header("content-security-policy").contains("form-action 'self'"));
}

#[tokio::test]
async fn a_missing_page_says_so_and_links_on() {
    let app = TestApp::demo(AT).await;
    for (address, status, heading) in [
        ("/finns-inte", 404, "Sidan finns inte"),
        ("/finns/inte/alls", 404, "Sidan finns inte"),
        ("/inlagg/finns-inte", 404, "Sidan finns inte"),
        ("/kalender/2026/lucka/25", 404, "Sidan finns inte"),
        ("/finns-inte.php", 404, "Sidan finns inte"),
        ("/%2e%2e/hemligt", 400, "Adressen går inte att läsa"),
    ] {
        let response = app.get(address).await;
        assert_eq!(response.status, status, "{address}");
        assert_helpful(&response, heading);
    }
}

#[tokio::test]
async fn without_a_database_there_is_still_a_page() {
    let app = TestApp::demo(AT).await;
    app.state.db.close().await;
    for address in ["/", "/blogg", "/kalender/2026/lucka/7", "/saker-surf"] {
        let response = app.get(address).await;
        assert_eq!(response.status, 500, "{address}");
        assert_helpful(&response, "Något gick fel hos oss");
        assert_eq!(response.header("cache-control"), "no-store");
        assert!(!response.text().contains("<script"), "needs no client");
        assert!(response.text().contains(r#"<link rel="stylesheet" href="/pkg/"#));
    }
}

#[tokio::test]
async fn the_links_on_error_pages_are_valid() {
    let app = TestApp::demo(AT).await;
    for address in ["/kalender", "/blogg", "/saker-surf"] {
        let status = app.get(address).await.status;
        assert!(status.is_success() || status.is_redirection(), "{address}: {status}");
    }
}

#[tokio::test]
async fn the_log_in_pages_link_to_the_start_page() {
    let app = TestApp::demo(AT).await;
    for address in ["/admin/logga-in", "/admin/glomt", "/admin/losenord/finns-inte"] {
        let page = app.get(address).await;
        let page = Html::parse_document(page.text());
        assert_eq!(
            page.select(&Selector::parse(r#"header a.brand[href="/"]"#).unwrap()).count(),
            1,
            "{address}"
        );
    }
}
