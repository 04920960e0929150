//! The social images, which other sites show beside a link.

use http::StatusCode;

use super::head::property;
use super::{AT_ONCE, BEFORE, change, site};
use crate::test_app::TestApp;

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

/// A post with a picture of its own: its image is a photograph with the title, and says what the picture shows.
#[tokio::test]
async fn an_image_shows_the_picture_of_a_public_post_that_is_not_sensitive() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    let (slug, alt): (String, String) = sqlx::query_as(
        "select p.slug, p.picture_alt from posts p join pictures i on i.id = p.picture_id
         where p.kind = 'article' and p.public_from <= $1 and not p.sensitive and p.picture_alt <> '' limit 1",
    )
    .bind(app.state.clock.now_millis())
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let page = app.get(&format!("/inlagg/{slug}")).await;
    let address = format!("/bild/inlagg/{slug}.jpg");
    assert_eq!(property(&page, "og:image"), Some(format!("http://127.0.0.1:3000{address}")));
    assert!(property(&page, "og:image:alt").is_some_and(|text| text.ends_with(&alt)));
    let image = app.get(&address).await;
    assert_eq!((image.status, image.header("content-type")), (StatusCode::OK, "image/jpeg"));
    let decoded = image::load_from_memory_with_format(&image.body, image::ImageFormat::Jpeg).unwrap();
    assert_eq!((decoded.width(), decoded.height()), (1200, 630));
    assert!(image.body.len() < 300_000, "{} bytes", image.body.len());
    if let Ok(folder) = std::env::var("IMAGES") {
        std::fs::write(format!("{folder}/with-picture.jpg"), &image.body).unwrap();
    }

    change(&app, "update posts set sensitive = 1").await;
    assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
    change(&app, "update posts set sensitive = 0, picture_id = null").await;
    assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&format!("/bild/inlagg/{slug}.png")).await.status, StatusCode::OK);
}

/// A file that has been lost gives no half image.
#[tokio::test]
async fn a_lost_file_gives_an_error_and_the_page_stays() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    let slug: String = sqlx::query_scalar(
        "select slug from posts where kind = 'article' and public_from <= $1 and not sensitive and picture_id <> '' limit 1",
    )
    .bind(app.state.clock.now_millis())
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    std::fs::remove_dir_all(&*app.state.media_folder).unwrap();
    assert_eq!(app.get(&format!("/bild/inlagg/{slug}.jpg")).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(app.get(&format!("/inlagg/{slug}")).await.status, StatusCode::OK);
}
