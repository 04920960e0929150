//! Conditional requests, by entity tag and by date, on every kind of address.

use http::StatusCode;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00:00.400+01:00";
const LATER: &str = "2026-12-07T08:05+01:00";

const ALL: [&str; 15] = [
    "/",
    "/blogg",
    "/kalender/2026",
    "/feed.xml",
    "/rss.xml",
    "/feed.json",
    "/kalender/2026/feed.xml",
    "/kalender/2026.ics",
    "/sitemap.xml",
    "/robots.txt",
    "/manifest.webmanifest",
    "/bild/kalender/2026/lucka/7.png",
    "/eu-emblem.svg",
    "/favicon.svg",
    "/icon-192.png",
];

async fn since(app: &TestApp, address: &str, date: &str) -> TestResponse {
    app.get_with(address, &[("if-modified-since", date)]).await
}

/// Returns the address of a picture that a public page of the demo site shows.
pub(crate) async fn picture(app: &TestApp) -> String {
    let sitemap = app.get("/sitemap.xml").await;
    for page in sitemap.text().split("<loc>http://127.0.0.1:3000").skip(1) {
        let page = app.get(page.split('<').next().unwrap()).await;
        if let Some((_, rest)) = page.text().split_once("/media/") {
            return format!("/media/{}", rest.split(['"', ' ']).next().unwrap());
        }
    }
    unreachable!("the demo site shows a picture")
}

#[tokio::test]
async fn a_date_alone_and_a_tag_alone_are_enough() {
    let app = TestApp::demo(AT).await;
    let picture = picture(&app).await;
    let addresses: Vec<&str> =
        ALL.into_iter().chain([picture.as_str(), app.state.assets.css.as_ref()]).collect();
    for address in &addresses {
        app.get(address).await;
    }
    app.set_clock(LATER);
    for address in addresses {
        let whole = app.get(address).await;
        assert_eq!(whole.status, StatusCode::OK, "{address}");
        let (date, etag) = (whole.header("last-modified").to_owned(), whole.header("etag").to_owned());
        assert!(date.ends_with(" GMT") && etag.contains('"'), "{address}: {date} {etag}");
        let same = since(&app, address, &date).await;
        assert_eq!((same.status, same.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address} since {date}");
        assert_eq!(same.header("cache-control"), whole.header("cache-control"), "{address}");
        assert_eq!(
            since(&app, address, "Thu, 01 Jan 1970 00:00:00 GMT").await.status,
            StatusCode::OK,
            "{address}"
        );
        assert_eq!(since(&app, address, "yesterday").await.status, StatusCode::OK, "{address}");
        let by_tag = app.get_with(address, &[("if-none-match", &etag)]).await;
        assert_eq!(by_tag.status, StatusCode::NOT_MODIFIED, "{address}");
        let both = app.get_with(address, &[("if-none-match", "\"x\""), ("if-modified-since", &date)]).await;
        assert_eq!(both.status, StatusCode::OK, "the tag decides: {address}");
    }
}

#[tokio::test]
async fn a_write_that_changes_nothing_in_a_feed_leaves_its_date_and_another_does_not() {
    let app = TestApp::demo(AT).await;
    app.get("/feed.xml").await;
    app.set_clock(LATER);
    let date = app.get("/feed.xml").await.header("last-modified").to_owned();
    app.change_content().await;
    assert_eq!(since(&app, "/feed.xml", &date).await.status, StatusCode::NOT_MODIFIED);
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update site_settings set name = 'Nytt namn'").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    let now: Timestamp = app.state.clock.now();
    let this_second = DateTimePrinter::new().timestamp_to_rfc9110_string(&now).unwrap();
    for date in [&date, &this_second] {
        assert_eq!(since(&app, "/feed.xml", date).await.status, StatusCode::OK, "{date}");
    }
}

#[tokio::test]
async fn a_door_that_opens_is_newer_than_any_date_before() {
    let app = TestApp::demo("2026-12-07T23:59:58+01:00").await;
    app.get("/kalender/2026").await;
    app.set_clock("2026-12-07T23:59:59.900+01:00");
    let date = app.get("/kalender/2026").await.header("last-modified").to_owned();
    assert_eq!(since(&app, "/kalender/2026", &date).await.status, StatusCode::NOT_MODIFIED);
    app.set_clock("2026-12-08T00:00:00+01:00");
    for date in [date.as_str(), "Mon, 07 Dec 2026 22:59:59 GMT", "Mon, 07 Dec 2026 23:00:00 GMT"] {
        assert_eq!(since(&app, "/kalender/2026", date).await.status, StatusCode::OK, "{date}");
    }
}
