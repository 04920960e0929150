//! Caching of generated files.

use axum::body::Body;
use http::{Method, StatusCode};

use super::{AT_ONCE, change, site};

const ALL: [&str; 10] = [
    "/feed.xml",
    "/rss.xml",
    "/feed.json",
    "/kalender/2026/feed.xml",
    "/kalender/2026.ics",
    "/kalender/2026.ics?neutral=1",
    "/sitemap.xml",
    "/robots.txt",
    "/manifest.webmanifest",
    "/bild/kalender/2026/lucka/1.png",
];

#[tokio::test]
async fn files_are_generated_once_until_something_changes() {
    let app = site(AT_ONCE).await;
    for address in ALL {
        let first = app.get(address).await;
        assert_eq!(first.status, StatusCode::OK, "{address}");
        assert_eq!(first.header("cache-control"), "public, max-age=60", "{address}");
        let etag = first.header("etag").to_owned();
        let again = app.get_with(address, &[("if-none-match", &etag)]).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address}");
        assert_eq!(app.get(address).await.body, first.body, "{address}");
        let head = app.send(Method::HEAD, address, &[], Body::empty()).await;
        assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0), "{address}");
        assert_eq!(head.header("content-length"), first.body.len().to_string(), "{address}");
        let post = app.send(Method::POST, address, &[], Body::empty()).await;
        let allowed = post.header("allow").replace(' ', "");
        assert_eq!((post.status, &*allowed), (StatusCode::METHOD_NOT_ALLOWED, "GET,HEAD"), "{address}");
    }
    change(&app, "update site_settings set name = 'Nytt namn', address = 'https://www.example.se'").await;
    change(&app, "update editions set title = 'Ny titel'").await;
    change(&app, "update posts set title = 'Ny rubrik'").await;
    for address in ALL.into_iter().filter(|address| !address.contains("neutral")) {
        let changed = app.get(address).await;
        assert_eq!(changed.status, StatusCode::OK);
        let text = String::from_utf8_lossy(&changed.body);
        let is_new = ["Nytt namn", "Ny titel", "https://www.example.se", "PNG"];
        assert!(is_new.iter().any(|word| text.contains(word)), "{address}");
    }
}

/// Images are compressed already; texts are compressed for clients that accept it.
#[tokio::test]
async fn texts_are_compressed_and_images_are_not() {
    let app = site(AT_ONCE).await;
    for address in ALL {
        let response = app.get_with(address, &[("accept-encoding", "br")]).await;
        let encoding = if address.starts_with("/bild/") { "" } else { "br" };
        assert_eq!(response.header("content-encoding"), encoding, "{address}");
    }
}

/// Files are cached, so no request header may be in them.
#[tokio::test]
async fn no_request_header_changes_the_site_address() {
    let app = site(AT_ONCE).await;
    let odd = [("x-forwarded-host", "other.example"), ("forwarded", "host=other.example")];
    for address in ALL.into_iter().chain(["/", "/blogg", "/kalender/2026", "/inlagg/guldkorn-1"]) {
        let response = app.get_with(address, &odd).await;
        let text = String::from_utf8_lossy(&response.body);
        // The tests' requests say that the host is guldkorn.example.
        assert!(!text.contains("other.example") && !text.contains("guldkorn.example"), "{address}");
    }
}

#[tokio::test]
async fn staff_get_the_same_files_as_everybody() {
    let app = site(AT_ONCE).await;
    for address in ALL {
        let shared = app.get(address).await;
        let own = app.get_with(address, &[("cookie", "__Host-guldkorn=x")]).await;
        assert_eq!((own.status, own.body), (shared.status, shared.body), "{address}");
    }
}
