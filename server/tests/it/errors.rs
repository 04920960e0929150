//! Error pages: what happened, in the site's own style, with a search form and links.

use axum::body::Body;
use http::Method;
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
    assert_eq!(all(r".dark-house.night.band h1"), 1);
    assert_eq!(all(r#".dark-house img[alt=""][width][height][src^="/scener/hus.svg"]"#), 1);
    assert_eq!(all(r#"main a[href="/kalender"], main a[href="/blogg"]"#), 2);
    assert_eq!(all(r#"header.head.night a.brand[href="/"] img[src]"#), 1);
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

/// The link to today's door, by the day that it names.
fn todays_door(page: &TestResponse) -> Option<String> {
    let page = Html::parse_document(page.text());
    let link = Selector::parse(r#"main .dark-house a.button[href="/kalender/idag"]"#).unwrap();
    page.select(&link).next().map(|link| link.text().collect())
}

#[tokio::test]
async fn a_page_with_nothing_else_to_show_leads_to_todays_door() {
    let app = TestApp::demo("2026-12-12T08:00+01:00").await;
    for address in [
        "/finns-inte",
        "/inlagg/finns-inte",
        "/inlagg/en-berattelse-som-togs-tillbaka",
        "/sok",
        "/sok?q=%21%21",
        "/sok?q=zzxxqq",
    ] {
        assert_eq!(todays_door(&app.get(address).await).as_deref(), Some("Öppna lucka 12"), "{address}");
    }
}

#[tokio::test]
async fn a_door_is_named_from_its_opening_on_and_never_out_of_season() {
    let app = TestApp::demo("2026-12-11T23:59:59+01:00").await;
    let named = async |app: &TestApp| todays_door(&app.get("/finns-inte").await);
    assert_eq!(named(&app).await.as_deref(), Some("Öppna lucka 11"));
    app.set_clock("2026-12-12T00:00+01:00");
    assert_eq!(named(&app).await.as_deref(), Some("Öppna lucka 12"), "the cached page ends with the day");
    app.set_clock("2027-03-01T12:00+01:00");
    assert_eq!(named(&app).await, None);
}

#[tokio::test]
async fn an_empty_site_shows_the_house_and_the_way_on() {
    let app = TestApp::empty(AT).await;
    for (address, way_on) in [("/blogg", "/kalender"), ("/kalender", "/blogg")] {
        let page = app.get(address).await;
        assert_eq!(page.status, 200, "{address}");
        let page = Html::parse_document(page.text());
        let link = Selector::parse(&format!(r#"main .dark-house a.button[href="{way_on}"]"#)).unwrap();
        assert_eq!(page.select(&link).count(), 1, "{address}");
    }
}

#[tokio::test]
async fn each_error_lights_something_else() {
    let app = TestApp::demo(AT).await;
    let lit = async |address: &str| {
        let page = app.get(address).await;
        let lit = page.text().split("/scener/hus.svg#").nth(1).and_then(|rest| rest.split('"').next());
        lit.map(ToOwned::to_owned)
    };
    assert_eq!(lit("/finns-inte").await.as_deref(), Some("404"));
    assert_eq!(lit("/inlagg/en-berattelse-som-togs-tillbaka").await.as_deref(), Some("410"));
    assert_eq!(lit("/sok?q=zzxxqq").await.as_deref(), Some("sok"));
    let refused = app
        .send(Method::POST, "/api/staff/log_in", &[("origin", "https://annan.example")], Body::empty())
        .await;
    assert_eq!(refused.status, 403);
    assert!(refused.text().contains("/scener/hus.svg#403"));
    app.state.db.close().await;
    assert_eq!(lit("/blogg").await.as_deref(), Some("500"));
}

#[test]
fn the_drawing_is_small_and_has_every_light() {
    let drawing = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/scener/hus.svg");
    let drawing = std::fs::read_to_string(drawing).unwrap();
    assert!(drawing.len() < 15_000, "{} bytes", drawing.len());
    for fragment in ["last", "404", "410", "403", "500", "sok", "natet"] {
        assert_eq!(drawing.matches(&format!(r#"<g class="v" id="{fragment}">"#)).count(), 1, "{fragment}");
    }
}
