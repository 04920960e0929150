//! Posts as pictures to save, and the QR code for posters: what they are, and of what there are none.

use app::calendar::store::add_edition;
use app::calendar::{EditionState, NewEdition, Schedule};
use app::posts::PostKind;
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, add_post};
use app::time::UnixMillis;
use http::StatusCode;
use image::{GenericImageView as _, ImageFormat};
use scraper::{Html, Selector};

use crate::test_app::{TestApp, TestResponse, instant};

const OPEN: &str = "2026-12-01T08:00:00+01:00";

/// Creates a site with a guldkorn on the first of two doors, one on the second, and three articles: public, sensitive and
/// draft.
async fn site(at: &str) -> TestApp {
    let app = TestApp::empty(at).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let schedule = Schedule::parse("2026-12-01", 2, "00:00", "Europe/Stockholm").unwrap();
    let edition =
        NewEdition { state: EditionState::Published, ..NewEdition::draft("2026", "Kalendern", schedule) };
    let edition = add_edition(&mut writer, &edition, "").await.unwrap();
    for day in [1, 2] {
        let post = NewPost {
            published: true,
            ..NewPost::draft(PostKind::Guldkorn, format!("guldkorn-{day}"), format!("Titel {day}"))
        };
        let post = add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
        hang(&mut writer, edition, day, post).await.unwrap();
    }
    for (slug, published, sensitive) in
        [("artikel", true, false), ("kansligt", true, true), ("utkast", false, false)]
    {
        let post = NewPost {
            published,
            published_at: Some(instant("2026-01-01T12:00:00+01:00").into()),
            ..NewPost::draft(PostKind::Article, slug, "En artikel")
        };
        let post = post.with_content(|content| {
            content.sensitive = sensitive;
            content.body = "Text.".into();
        });
        add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
    }
    writer.commit().await.unwrap();
    app
}

fn size(response: &TestResponse) -> (u32, u32) {
    image::load_from_memory_with_format(&response.body, ImageFormat::Png).expect("a PNG").dimensions()
}

fn links(page: &TestResponse) -> Vec<String> {
    let selector = Selector::parse(".save-as-picture a[download]").unwrap();
    let page = Html::parse_document(page.text());
    page.select(&selector).map(|link| link.attr("href").unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_page_links_to_its_post_in_three_formats() {
    let app = site(OPEN).await;
    for (page, slug) in [
        ("/inlagg/artikel", "artikel"),
        ("/inlagg/guldkorn-1", "guldkorn-1"),
        ("/kalender/2026/lucka/1", "guldkorn-1"),
    ] {
        let links = links(&app.get(page).await);
        assert_eq!(links.len(), 3, "{page}");
        for (link, (format, expected)) in
            links.iter().zip([("kvadrat", (1080, 1080)), ("staende", (1080, 1350)), ("bred", (1200, 630))])
        {
            assert_eq!(*link, format!("/inlagg/{slug}/bild/{format}.png"));
            let picture = app.get(link).await;
            assert_eq!((picture.status, size(&picture)), (StatusCode::OK, expected), "{link}");
            assert_eq!(picture.header("content-type"), "image/png");
            assert_eq!(
                picture.header("content-disposition"),
                format!("attachment; filename=\"{slug}-{format}.png\"")
            );
            assert_eq!(picture.header("cache-control"), "public, max-age=60");
            let again = app.get_with(link, &[("if-none-match", picture.header("etag"))]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        }
    }
}

#[tokio::test]
async fn what_is_not_public_or_sensitive_has_no_picture() {
    let app = site(OPEN).await;
    let nothing = app.get("/inlagg/finns-inte/bild/kvadrat.png").await;
    assert_eq!((nothing.status, nothing.header("cache-control")), (StatusCode::NOT_FOUND, "no-store"));
    for address in [
        "/inlagg/guldkorn-2/bild/kvadrat.png",
        "/inlagg/kansligt/bild/bred.png",
        "/inlagg/utkast/bild/staende.png",
        "/inlagg/artikel/bild/rund.png",
        "/inlagg/artikel/bild/kvadrat",
        "/inlagg/artikel/bild/kvadrat.jpg",
    ] {
        let response = app.get(address).await;
        assert_eq!((response.status, &response.body), (StatusCode::NOT_FOUND, &nothing.body), "{address}");
    }
    assert_eq!(links(&app.get("/inlagg/kansligt").await), [""; 0]);
}

#[tokio::test]
async fn a_picture_is_gone_with_its_text() {
    let app = site(OPEN).await;
    for address in ["/inlagg/artikel/bild/kvadrat.png", "/inlagg/guldkorn-1/bild/bred.png"] {
        assert_eq!(app.get(address).await.status, StatusCode::OK, "{address}");
    }
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update posts set state = 'withdrawn'").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    for address in ["/inlagg/artikel/bild/kvadrat.png", "/inlagg/guldkorn-1/bild/bred.png"] {
        assert_eq!(app.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

/// Reads a QR code as a telephone would.
fn decoded(png: &[u8]) -> String {
    let pixels = image::load_from_memory_with_format(png, ImageFormat::Png).expect("a PNG").to_luma8();
    let (width, height) = pixels.dimensions();
    let mut prepared =
        rqrr::PreparedImage::prepare_from_greyscale(width as usize, height as usize, |x, y| {
            pixels.get_pixel(u32::try_from(x).unwrap(), u32::try_from(y).unwrap()).0[0]
        });
    let found = prepared.detect_grids();
    assert_eq!(found.len(), 1, "one code");
    found[0].decode().expect("it is read").1
}

#[tokio::test]
async fn the_qr_code_leads_to_the_sites_own_address() {
    let app = site(OPEN).await;
    let code = app.get("/kalender/qr.png").await;
    assert_eq!(decoded(&code.body), "http://127.0.0.1:3000/kalender/idag");
    assert_eq!(size(&code), (2000, 2000));
    let drawing = app.get("/kalender/qr.svg").await;
    assert_eq!((drawing.status, drawing.header("content-type")), (StatusCode::OK, "image/svg+xml"));
    // A quiet zone of four modules: nothing is drawn closer to the edge.
    assert!(drawing.text().contains("M4 4h1v1h-1z") && !drawing.text().contains("M3 "), "{}", drawing.text());

    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update site_settings set address = 'https://www.example.se'")
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    assert_eq!(decoded(&app.get("/kalender/qr.png").await.body), "https://www.example.se/kalender/idag");
}
