//! `/oembed`: what a pasted address becomes elsewhere.

use serde_json::{Value, json};

use super::allow;
use crate::test_app::TestApp;

const AT: &str = "2026-12-12T08:00+01:00";
const PAGE: &str = "http%3A%2F%2F127%2E0%2E0%2E1%3A3000%2Fkalender%2F2026";

#[tokio::test]
async fn a_response_is_by_the_standard() {
    let app = TestApp::demo(AT).await;
    allow(&app, "https://kommun.example").await;
    let response = app.get(&format!("/oembed?url={PAGE}&maxwidth=320&maxheight=480&format=json")).await;
    assert_eq!(
        (response.status.as_u16(), response.header("content-type")),
        (200, "application/json; charset=utf-8")
    );
    assert_eq!(response.header("access-control-allow-origin"), "*");
    let mut body: Value = serde_json::from_str(response.text()).unwrap();
    let html = body["html"].take();
    assert_eq!(
        body,
        json!({
            "version": "1.0", "type": "rich", "provider_name": "MIA Vidare", "provider_url": "http://127.0.0.1:3000",
            "title": body["title"], "html": null, "width": 320, "height": 480, "cache_age": 86400,
        })
    );
    let html = html.as_str().unwrap();
    assert!(html.starts_with("<iframe src=\"http://127.0.0.1:3000/kalender/2026/ram\" title=\""), "{html}");
    assert!(html.contains("width=\"320\" height=\"480\"") && !html.contains("<script"), "{html}");
    let whole: Value = serde_json::from_str(app.get(&format!("/oembed?url={PAGE}")).await.text()).unwrap();
    assert_eq!((&whole["width"], &whole["height"]), (&json!(640), &json!(800)));
}

#[tokio::test]
async fn what_is_not_shown_elsewhere_is_not_found() {
    let app = TestApp::demo(AT).await;
    let status = async |query: &str| app.get(&format!("/oembed{query}")).await.status.as_u16();
    assert_eq!(status(&format!("?url={PAGE}")).await, 404, "nobody may show it");
    allow(&app, "*").await;
    for (query, expected) in [
        (format!("?url={PAGE}"), 200),
        (format!("?url={PAGE}%2Framp"), 404),
        (format!("?url={PAGE}%2Flucka%2F12"), 404),
        (format!("?url={PAGE}0"), 404),
        (format!("?url={PAGE}&format=xml"), 501),
        ("?url=https%3A%2F%2Fannan.example%2Fkalender%2F2026".to_owned(), 404),
        ("?url=".to_owned(), 404),
        (String::new(), 404),
    ] {
        assert_eq!(status(&query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn the_page_of_a_calendar_says_where_to_ask() {
    let app = TestApp::demo(AT).await;
    let link = "application/json+oembed";
    assert!(!app.get("/kalender/2026").await.text().contains(link), "nobody may show it");
    allow(&app, "https://kommun.example").await;
    let page = app.get("/kalender/2026").await;
    let (before, _) = page.text().split_once(link).expect("a link");
    let (_, address) = before.rsplit_once("href=\"").unwrap();
    let address = address.split('"').next().unwrap().replace("&amp;", "&");
    let path = address.strip_prefix("http://127.0.0.1:3000").expect("a whole address");
    assert_eq!(app.get(path).await.status.as_u16(), 200, "{path}");
    for other in ["/", "/kalender/2026/lucka/12", "/kalender/2026/las"] {
        assert!(!app.get(other).await.text().contains(link), "{other}");
    }
}
