//! Messages about accessibility: what is taken, what is held back, and what comes back by the receipt number.

mod answers;
mod review;
mod sending;

use app::staff::network::Peer;
use axum::body::Body;
use http::{Method, Request};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use scraper::{Html, Selector};

use crate::browser::Page;
use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";
const LATER: &str = "2026-12-07T08:01+01:00";
const FORM: &str = "/tillganglighet/synpunkter";
const ANSWER: &str = "/tillganglighet/svar";
const WORDS: &str = "Knappen Öppna saknar namn i min skärmläsare.";

/// Sends a form from a house of its own network.
async fn post(app: &TestApp, house: u8, path: &str, form: &[(&str, &str)]) -> TestResponse {
    let pair =
        |(name, value): &(&str, &str)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC));
    let body = form.iter().map(pair).collect::<Vec<_>>().join("&");
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("host", "guldkorn.example")
        .header("accept", "text/html")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    request.extensions_mut().insert(Peer([198, 51, 100, house].into()));
    app.send_request(request).await
}

fn page(response: &TestResponse) -> Page {
    Page(Html::parse_document(response.text()))
}

fn text_of(page: &Page, selector: &str) -> String {
    let selector = Selector::parse(selector).unwrap();
    page.0.select(&selector).next().map(|element| element.text().collect()).unwrap_or_default()
}

/// Whether a page shows some words anywhere.
fn shows(page: &Page, words: &str) -> bool {
    page.texts("main").iter().any(|text| text.contains(words))
}

/// The demo site, a minute after the form was made; and the form's stamp.
async fn site() -> (TestApp, String) {
    let app = TestApp::demo(AT).await;
    let stamp = page(&app.get(FORM).await).attributes("[name=oppnad]", "value")[0].clone();
    app.set_clock(LATER);
    (app, stamp)
}

async fn stored(app: &TestApp) -> i64 {
    sqlx::query_scalar("select count(*) from feedback").fetch_one(app.state.db.reader()).await.unwrap()
}

/// Sends a message, follows to the receipt and returns its number.
async fn receipt(app: &TestApp, house: u8, stamp: &str, words: &str) -> String {
    let form = [("oppnad", stamp), ("beskrivning", words)];
    let response = post(app, house, FORM, &form).await;
    assert_eq!(response.status, 303, "{}", response.text());
    assert!(!response.headers.contains_key("set-cookie"));
    let receipt = app.get(response.header("location")).await;
    assert_eq!((receipt.status.as_u16(), receipt.header("cache-control")), (200, "private, no-store"));
    assert!(receipt.text().contains("noindex"));
    text_of(&page(&receipt), ".receipt [aria-hidden]")
}
