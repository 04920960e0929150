//! `/kalender/{edition}/vagg`: the newest guldkorn on a screen.

use http::StatusCode;
use scraper::{Html, Selector};
use sha2::{Digest as _, Sha256};

use crate::test_app::{TestApp, TestResponse};

const WALL: &str = "/kalender/2026/vagg";

fn text(response: &TestResponse, selector: &str) -> String {
    let page = Html::parse_document(response.text());
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector).flat_map(|element| element.text());
    let text = found.collect::<String>().replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn count(response: &TestResponse, selector: &str) -> usize {
    Html::parse_document(response.text()).select(&Selector::parse(selector).unwrap()).count()
}

#[tokio::test]
async fn it_is_the_latest_door_through_the_season() {
    let app = TestApp::demo("2026-11-26T08:00+01:00").await;
    for (at, heading, said) in [
        ("2026-11-26T08:00+01:00", "Fem dagar kvar", "Första luckan öppnas tisdag 1 december."),
        ("2026-12-01T00:00+01:00", "Lucka 1, Tisdag 1 december", "En lucka är öppen."),
        ("2026-12-12T23:59:59.999+01:00", "Lucka 12, Lördag 12 december", "Tolv luckor är öppna."),
        ("2026-12-13T00:00+01:00", "Lucka 13, Söndag 13 december · Lucia", "Nästa öppnas i morgon."),
        ("2026-12-25T00:00+01:00", "Det här var 2026", "Alla luckor går att öppna på"),
    ] {
        app.set_clock(at);
        let response = app.get(WALL).await;
        assert_eq!(text(&response, "h1"), heading, "{at}");
        assert!(text(&response, "main").contains(said), "{at}: {}", text(&response, "main"));
        assert!(text(&response, ".eu").contains("Medfinansieras av Europeiska unionen"), "{at}");
    }
}

#[tokio::test]
async fn the_last_day_has_the_closing_line() {
    let app = TestApp::demo("2026-12-24T12:00+01:00").await;
    let closing = text(&app.get("/kalender/2026").await, ".closing");
    assert!(!closing.is_empty());
    assert_eq!(text(&app.get(WALL).await, ".status"), closing);
}

#[tokio::test]
async fn the_guldkorn_is_the_doors_own_and_a_sensitive_one_is_not_shown() {
    let app = TestApp::demo("2026-12-12T08:00+01:00").await;
    for day in 1..=24 {
        app.set_clock(&format!("2026-12-{day:02}T08:00+01:00"));
        let wall = app.get(WALL).await;
        let door = app.get(&format!("/kalender/2026/lucka/{day}")).await;
        if text(&door, ".guldkorn .none").is_empty() && text(&door, ".help").is_empty() {
            let titled = text(&door, ".guldkorn h1.title:not(.when) > span:last-child");
            let quoted = text(&door, ".guldkorn .quote blockquote");
            let said = if titled.is_empty() { quoted } else { titled };
            assert!(!said.is_empty() && text(&wall, ".wall-text").contains(&said), "{day}: {said}");
            assert_eq!(count(&wall, ".code img[src='/kalender/qr.svg']"), 1, "{day}");
        } else {
            assert_eq!(count(&wall, ".wall-text .say"), 1, "{day}");
            assert_eq!(count(&wall, ".code"), 0, "{day}");
            assert!(text(&wall, ".wall-text").len() < 120, "{day}");
        }
    }
    app.set_clock("2026-12-16T08:00+01:00");
    assert!(text(&app.get(WALL).await, ".say").contains("i lugn och ro"), "16 is sensitive");
}

#[tokio::test]
async fn its_headers_are_these_to_the_letter() {
    let app = TestApp::demo("2026-12-12T23:59:30+01:00").await;
    let response = app.get(WALL).await;
    let page = Html::parse_document(response.text());
    let script = page.select(&Selector::parse("script").unwrap()).next().unwrap().text().collect::<String>();
    let hash = data_encoding::BASE64.encode(&Sha256::digest(&script));
    for (name, value) in [
        (
            "content-security-policy",
            &*format!(
                "default-src 'none'; script-src 'sha256-{hash}'; style-src 'self'; img-src 'self'; font-src 'self'; \
                 connect-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
            ),
        ),
        ("cache-control", "public, max-age=30"),
        ("refresh", ""),
        ("x-robots-tag", "noindex"),
        ("set-cookie", ""),
    ] {
        assert_eq!(response.header(name), value, "{name}");
    }
    assert!(response.text().contains(r#"<noscript><meta http-equiv="refresh" content="60"></noscript>"#));
    assert!(script.len() < 2600, "a script as small as possible: {}", script.len());
    assert_eq!(count(&response, "button[data-pause][hidden]"), 1, "without the script nothing can be paused");
    assert!(!app.get("/sitemap.xml").await.text().contains("/2026/vagg<"));
    assert_eq!(app.get("/kalender/finns-inte/vagg").await.status, StatusCode::NOT_FOUND);
}
