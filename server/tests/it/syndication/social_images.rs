//! The social images, which other sites show beside a link.

use http::StatusCode;

use super::{AT_ONCE, BEFORE, site};

/// Reads width and height from the header of a PNG file.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[1..4], b"PNG");
    let number = |from: usize| u32::from_be_bytes(png[from..from + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn an_image_exists_from_the_opening_and_not_a_second_before() {
    let app = site(BEFORE).await;
    for (at, status) in [(BEFORE, 404), (AT_ONCE, 200), (BEFORE, 404)] {
        app.set_clock(at);
        for address in ["/bild/kalender/2026/lucka/2.png", "/bild/inlagg/guldkorn-2.png"] {
            let response = app.get(address).await;
            assert_eq!(response.status, status, "{address} {at}");
            if status == 200 {
                assert_eq!(response.header("content-type"), "image/png");
                assert_eq!(size(&response.body), (1200, 630));
            }
        }
    }
}

/// Closed, empty, sensitive, of a draft, not in the calendar, misspelt: all get the same response.
#[tokio::test]
async fn everything_without_an_image_gets_the_same_404() {
    let app = site("2026-12-04T12:00:00+01:00").await;
    let nothing = app.get("/bild/inlagg/finns-inte.png").await;
    assert_eq!((nothing.status, nothing.header("cache-control")), (StatusCode::NOT_FOUND, "no-store"));
    for address in [
        "/bild/kalender/2026/lucka/3.png",
        "/bild/kalender/2026/lucka/4.png",
        "/bild/kalender/2026/lucka/5.png",
        "/bild/kalender/2026/lucka/6.png",
        "/bild/kalender/2026/lucka/01.png",
        "/bild/kalender/2026/lucka/+1.png",
        "/bild/kalender/2026/lucka/1",
        "/bild/kalender/2026/lucka/1.jpg",
        "/bild/kalender/2025/lucka/1.png",
        "/bild/inlagg/guldkorn-3.png",
        "/bild/inlagg/guldkorn-1",
    ] {
        let response = app.get(address).await;
        assert_eq!((response.status, &response.body), (StatusCode::NOT_FOUND, &nothing.body), "{address}");
    }
}
