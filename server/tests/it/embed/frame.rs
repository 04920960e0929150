//! `/kalender/{edition}/ram`: today's door and the scene in a frame.

use http::StatusCode;
use scraper::{Html, Selector};
use sha2::{Digest as _, Sha256};

use super::allow;
use crate::test_app::{TestApp, TestResponse};

const FRAME: &str = "/kalender/2026/ram";

fn framers(response: &TestResponse) -> &str {
    let (_, framers) = response.header("content-security-policy").split_once("frame-ancestors ").unwrap();
    framers
}

fn text(response: &TestResponse, selector: &str) -> String {
    let page = Html::parse_document(response.text());
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector).flat_map(|element| element.text());
    found.collect::<String>().replace('\u{a0}', " ")
}

fn count(response: &TestResponse, selector: &str) -> usize {
    Html::parse_document(response.text()).select(&Selector::parse(selector).unwrap()).count()
}

#[tokio::test]
async fn only_named_sites_may_frame_it_and_no_other_page() {
    let app = TestApp::demo("2026-12-12T08:00+01:00").await;
    assert_eq!(framers(&app.get(FRAME).await), "'self'");
    allow(&app, "https://kommun.example\nhttps://forening.example:8443").await;
    assert_eq!(framers(&app.get(FRAME).await), "'self' https://kommun.example https://forening.example:8443");
    allow(&app, "*").await;
    assert_eq!(framers(&app.get(FRAME).await), "*");
    for other in [
        "/",
        "/kalender/2026",
        "/kalender/2026/lucka/12",
        "/kalender/2026/las",
        "/admin/logga-in",
        "/kalender/x/ram",
    ] {
        assert_eq!(framers(&app.get(other).await), "'none'", "{other}");
    }
}

#[tokio::test]
async fn its_headers_are_these_to_the_letter() {
    let app = TestApp::demo("2026-12-12T23:59:30+01:00").await;
    let response = app.get(FRAME).await;
    assert_eq!(response.status, StatusCode::OK);
    let page = Html::parse_document(response.text());
    let scripts: Vec<_> = page.select(&Selector::parse("script").unwrap()).collect();
    assert_eq!(scripts.len(), 1);
    let hash = data_encoding::BASE64.encode(&Sha256::digest(scripts[0].text().collect::<String>()));
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        (
            "content-security-policy",
            &format!(
                "default-src 'none'; script-src 'sha256-{hash}'; style-src 'self'; img-src 'self'; font-src 'self'; \
                 form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'"
            ),
        ),
        ("cache-control", "public, max-age=30"),
        ("refresh", "31"),
        ("x-robots-tag", "noindex"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", ""),
        ("set-cookie", ""),
        ("vary", "accept-encoding"),
    ] {
        assert_eq!(response.header(name), value, "{name}");
    }
    let again = app.get_with(FRAME, &[("if-none-match", response.header("etag"))]).await;
    assert_eq!((again.status, again.header("refresh")), (StatusCode::NOT_MODIFIED, "31"));
}

#[tokio::test]
async fn a_sandboxed_frame_may_load_what_it_shows() {
    let app = TestApp::demo("2026-12-12T08:00+01:00").await;
    for file in ["/pkg/guldkorn.Ab3.css", "/eu-emblem.svg", "/scener/stad.svg", "/fonts/fraunces.woff2"] {
        let response = app.get(file).await;
        assert_eq!(response.header("cross-origin-resource-policy"), "cross-origin", "{file}");
        assert_eq!(response.header("access-control-allow-origin"), "*", "{file}");
    }
    let page = Html::parse_document(app.get(FRAME).await.text());
    let pictures: Vec<_> = page.select(&Selector::parse("img[src^='/media/']").unwrap()).collect();
    assert!(!pictures.is_empty(), "the funders' logos");
    for picture in pictures {
        let response = app.get(picture.attr("src").unwrap()).await;
        assert_eq!(response.header("cross-origin-resource-policy"), "cross-origin");
    }
}

#[tokio::test]
async fn it_holds_today_the_scene_and_who_pays_and_leads_to_the_site() {
    let app = TestApp::demo("2026-12-12T08:00+01:00").await;
    let response = app.get(FRAME).await;
    assert_eq!(count(&response, "a[data-door]"), 24);
    assert_eq!(count(&response, "a[data-state=today]"), 1);
    assert_eq!(count(&response, ".todays a[href='/kalender/2026/lucka/12']"), 1);
    assert_eq!(count(&response, "base[target=_blank]"), 1);
    assert_eq!(count(&response, ".foot a[rel=noopener][href='/kalender/2026']"), 1);
    assert!(text(&response, ".elsewhere").contains("i en ny flik"));
    assert!(text(&response, ".eu").contains("Medfinansieras av Europeiska unionen"));
    assert_eq!(count(&response, ".eu img[src='/eu-emblem.svg']"), 1);
    assert_eq!(count(&response, "meta[name=robots][content=noindex]"), 1);
    assert_eq!(count(&response, "meta[name=responsive-embedded-sizing][content='allow-origins=*']"), 1);
    assert_eq!(count(&response, "form, [style], style, link[rel=manifest], .network"), 0);
    for word in ["localStorage", "sessionStorage", "cookie", "wasm"] {
        assert!(!response.text().contains(word), "{word}");
    }
}

#[tokio::test]
async fn a_sensitive_text_is_not_named() {
    let app = TestApp::demo("2026-12-09T08:00+01:00").await;
    let response = app.get(FRAME).await;
    let door = app.get("/kalender/2026/lucka/9").await;
    let title = text(&door, ".guldkorn h1 > span:last-child");
    assert!(title.len() > 5 && !response.text().contains(&title), "{title}");
    assert_eq!(text(&response, ".todays"), "Dagens text läser du på webbplatsen.Läs texten");
}

#[tokio::test]
async fn it_is_right_over_midnight_and_through_the_year() {
    let app = TestApp::demo("2026-12-12T23:59:59.999+01:00").await;
    let today = |response: &TestResponse| text(response, "a[data-state=today] .number");
    assert_eq!(today(&app.get(FRAME).await), "12");
    app.set_clock("2026-12-13T00:00+01:00");
    let lucia = app.get(FRAME).await;
    assert_eq!(today(&lucia), "13");
    assert!(text(&lucia, ".now h2").contains("Lucia"));
    for (at, heading) in
        [("2026-11-26T08:00+01:00", "Fem dagar kvar"), ("2026-12-25T00:00+01:00", "Det här var 2026")]
    {
        app.set_clock(at);
        let response = app.get(FRAME).await;
        assert_eq!((text(&response, ".now h2"), count(&response, ".todays")), (heading.to_owned(), 0));
    }
}

#[tokio::test]
async fn it_moves_with_its_edition_and_is_in_no_sitemap() {
    let app = TestApp::demo("2026-12-12T08:00+01:00").await;
    assert_eq!(app.get("/kalender/finns-inte/ram").await.status, StatusCode::NOT_FOUND);
    assert!(!app.get("/sitemap.xml").await.text().contains("/2026/ram<"));
    assert_eq!(app.get("/api/site/read?address=/kalender/2026/ram").await.status, StatusCode::NOT_FOUND);
}
