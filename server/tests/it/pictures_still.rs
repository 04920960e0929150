//! Pictures keep their place on every public page, and the first one of a page is not waited for.

use std::collections::BTreeSet;

use http::StatusCode;
use scraper::{ElementRef, Html, Selector};

use crate::test_app::TestApp;

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// Returns every page that can be reached from the start page by links.
async fn pages(app: &TestApp) -> Vec<(String, Html)> {
    let mut queue = vec!["/".to_owned()];
    let mut seen = BTreeSet::from(["/".to_owned()]);
    let mut pages = Vec::new();
    while let Some(path) = queue.pop() {
        let response = app.get(&path).await;
        let is_page = response
            .headers
            .get("content-type")
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if response.status != StatusCode::OK || !is_page {
            continue;
        }
        let html = Html::parse_document(response.text());
        for link in all(&html, "a[href^='/']") {
            let path = link.attr("href").unwrap_or_default().split('#').next().unwrap_or_default().to_owned();
            // What is drawn takes a while, and is no page.
            let is_no_page = ["/lamna", "/admin", "/bild/"].iter().any(|other| path.starts_with(other));
            if !is_no_page && seen.insert(path.clone()) {
                queue.push(path);
            }
        }
        pages.push((path, html));
    }
    pages
}

#[tokio::test]
async fn every_picture_of_every_page_has_its_size_and_the_first_is_fetched_at_once() {
    let app = TestApp::demo("2026-12-24T12:00+01:00").await;
    let pages = pages(&app).await;
    assert!(pages.len() > 80, "{}", pages.len());
    let mut leads = 0;
    for (path, page) in &pages {
        // It is small, and on the first screen of every page.
        let logos = all(page, ".brand img");
        for img in all(page, "img") {
            for side in ["width", "height"] {
                let size = img.attr(side).and_then(|size| size.parse::<u32>().ok());
                assert!(size.is_some_and(|size| size > 0), "{path}: {}", img.html());
            }
            let is_first = img.attr("fetchpriority") == Some("high");
            let is_stored = img.attr("src").is_some_and(|src| src.starts_with("/media/"));
            let is_logo = logos.iter().any(|logo| logo.id() == img.id());
            assert!(
                is_logo || !is_stored || is_first != (img.attr("loading") == Some("lazy")),
                "{path}: {}",
                img.html()
            );
        }
        for lead in all(page, ".lead img") {
            assert_eq!((lead.attr("fetchpriority"), lead.attr("loading")), (Some("high"), None), "{path}");
        }
        let first = all(page, "img[fetchpriority=high]");
        let preloaded = all(page, "head link[rel=preload][as=image]");
        assert!(first.len() <= 1 && first.len() == preloaded.len(), "{path}");
        for (img, link) in first.iter().zip(&preloaded) {
            assert_eq!(img.attr("srcset"), link.attr("imagesrcset"), "{path}");
            assert_eq!(img.attr("sizes"), link.attr("imagesizes"), "{path}");
            leads += 1;
        }
    }
    assert!(leads > 5, "{leads}");
}
