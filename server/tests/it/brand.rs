//! The brand: pictures of the library become logo, icons and the picture of shared links, and nothing in an SVG runs.

use app::staff::Role;
use http::{Method, StatusCode};
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;
use crate::uploads::{form, sent};

const AT: &str = "2026-12-07T08:00+01:00";
const SECTION: &str = "/admin/installningar/logotyp";
const HOSTILE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" onload="alert(1)"><script>alert(1)</script><a href="javascript:alert(1)"><path fill="#dc1414" d="M0 0h40v10H0z"/></a></svg>"##;

fn png(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(width, height, Rgb(colour)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn session(browser: &Browser<'_>) -> String {
    format!("__Host-guldkorn={}", browser.cookie("__Host-guldkorn"))
}

/// Sends a picture and returns its id.
async fn upload(app: &TestApp, browser: &Browser<'_>, file: &[u8]) -> String {
    sent(app, &session(browser), file).await["id"].as_str().unwrap().to_owned()
}

/// Saves the section with some fields changed, and returns the page that follows.
async fn save(browser: &mut Browser<'_>, changed: &[(&str, &str)]) -> Page {
    let seen = browser.see(SECTION).await;
    let version = seen.attributes("form.long [name=version]", "value")[0].clone();
    let mut fields: Vec<(String, String)> =
        vec![("section".into(), "logotyp".into()), ("version".into(), version)];
    for (name, value) in changed {
        fields.push((format!("fields[{name}]"), (*value).to_owned()));
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.form("site/save_settings", &fields, SECTION).await
}

#[tokio::test]
async fn a_logo_is_public_while_the_header_shows_it_and_nothing_in_it_runs() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let logo = upload(&app, &anna, HOSTILE.as_bytes()).await;
    let (drawing, raster) = (format!("/media/{logo}/bild.svg"), format!("/media/{logo}/480.webp"));
    for address in [&drawing, &raster] {
        assert_eq!(app.get(address).await.status, StatusCode::NOT_FOUND, "nothing shows it yet");
    }
    assert!(save(&mut anna, &[("logo", &logo), ("logo_has_name", "ja")]).await.says("Det är sparat"));
    let file = app.get(&drawing).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "image/svg+xml"));
    let policy = file.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'unsafe-inline'") && policy.ends_with("sandbox"),
        "{policy}"
    );
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    for gone in ["script", "onload", "javascript", "href"] {
        assert!(!file.text().contains(gone), "{gone}: {}", file.text());
    }
    assert_eq!(app.get(&raster).await.status, StatusCode::OK);
    let start = anna.see("/").await;
    assert_eq!(start.attributes(".head .brand.wide img.on-white", "src"), [drawing.as_str()]);
    assert_eq!(start.attributes(".head .brand img", "alt"), ["MIA Vidare"]);
    assert!(start.texts(".head .brand b").is_empty(), "the name stands in the logo");
    save(&mut anna, &[]).await;
    assert_eq!(app.get(&drawing).await.status, StatusCode::NOT_FOUND);
    assert_eq!(anna.see("/").await.texts(".head .brand b"), ["MIA Vidare"]);
}

#[tokio::test]
async fn an_icon_comes_in_every_size_and_a_new_one_has_new_addresses() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let drawn = app.get("/favicon.svg").await;
    assert_eq!(drawn.header("content-type"), "image/svg+xml");
    let head = anna.see("/").await.attributes("link[rel=icon]", "href");
    let icon = upload(&app, &anna, &png(600, 600, [10, 120, 60])).await;
    assert!(save(&mut anna, &[("icon", &icon)]).await.says("Det är sparat"));
    let start = anna.see("/").await;
    assert_eq!(start.attributes("link[rel=icon]", "type"), ["image/png"]);
    assert_ne!(start.attributes("link[rel=icon]", "href"), head);
    assert_eq!(app.get("/favicon.svg").await.status, StatusCode::NOT_FOUND, "it is made of pixels");
    for (address, side) in [
        ("/icon-192.png", 192),
        ("/icon-512.png", 512),
        ("/icon-maskable-512.png", 512),
        ("/apple-touch-icon.png", 180),
    ] {
        let file = app.get(address).await;
        let pixels = image::load_from_memory(&file.body).unwrap().to_rgb8();
        assert_eq!(pixels.dimensions(), (side, side), "{address}");
        let colour = pixels.get_pixel(side / 2, side / 2).0;
        assert!(
            colour.iter().zip([10, 120, 60]).all(|(one, other)| one.abs_diff(other) < 12),
            "{address} {colour:?}"
        );
        assert!(file.header("cache-control").contains("max-age"), "{address}");
    }
    let ico = app.get("/favicon.ico").await;
    assert_eq!((ico.header("content-type"), &ico.body[..6]), ("image/x-icon", &[0, 0, 1, 0, 3, 0][..]));
    assert!(save(&mut anna, &[("initials", "MIA")]).await.says("Det är sparat"));
    let initials = app.get("/favicon.svg").await;
    assert!(
        initials.status.is_success() && initials.text() != drawn.text() && !initials.text().contains("<text")
    );
    let small = upload(&app, &anna, &png(300, 300, [0, 0, 0])).await;
    assert!(save(&mut anna, &[("icon", &small)]).await.says("minst 512"));
}

#[tokio::test]
async fn pages_without_a_picture_of_their_own_share_the_sites() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let image = |page: &Page| page.attributes("meta[property=\"og:image\"]", "content")[0].clone();
    assert!(image(&anna.see("/om").await).contains("/icon-512.png?v="));
    let picture = upload(&app, &anna, &png(1300, 900, [200, 90, 20])).await;
    let address = format!("/bild/webbplatsen/{picture}.jpg");
    assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
    assert!(save(&mut anna, &[("shared_picture", &picture)]).await.says("Det är sparat"));
    let about = anna.see("/om").await;
    assert!(image(&about).ends_with(&address));
    assert_eq!(about.attributes("meta[property=\"og:image:alt\"]", "content"), ["En bro"]);
    let file = app.get(&address).await;
    let pixels = image::load_from_memory(&file.body).unwrap();
    assert_eq!((pixels.width(), pixels.height(), file.header("content-type")), (1200, 630, "image/jpeg"));
    let post = anna.see("/kalender/2026/lucka/7").await;
    assert!(!image(&post).contains("webbplatsen"), "it has one of its own");
    save(&mut anna, &[]).await;
    assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_picture_sent_from_a_field_comes_back_to_it() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let seen = anna.see(SECTION).await;
    assert_eq!(seen.attributes("#logo input[type=file]", "form"), ["upload-logo"]);
    let file = png(40, 20, [1, 2, 3]);
    let body = form(&[("falt", b"logo"), ("alt", "Logotyp".as_bytes()), ("file", &file)]);
    let headers = [
        ("content-type", "multipart/form-data; boundary=grans"),
        ("accept", "text/html"),
        ("referer", "https://site.example/admin/installningar/logotyp"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", &*session(&anna)),
    ];
    let response = app.send(Method::POST, "/admin/bilder", &headers, body.into()).await;
    assert_eq!(response.status, StatusCode::SEE_OTHER, "{}", response.text());
    let back = response.header("location").to_owned();
    assert!(back.starts_with(&format!("{SECTION}?bild=")) && back.ends_with("&falt=logo#logo"), "{back}");
    let seen = anna.see(back.split('#').next().unwrap()).await;
    let id = back.split(['=', '&']).nth(1).unwrap();
    assert_eq!(seen.attributes("#logo input[type=radio][checked]", "value"), [id]);
    assert!(seen.texts("#logo [role=status]").concat().contains("Spara så börjar den gälla"));
    assert_eq!(seen.attributes("#logo_on_dark input[type=radio][checked]", "value").len(), 1);
    assert!(
        !anna.see("/").await.attributes(".head .brand img", "src")[0].contains(id),
        "it is not saved yet"
    );
}

#[tokio::test]
async fn a_site_without_pictures_has_its_initials() {
    let app = TestApp::empty(AT).await;
    let start = app.get("/").await;
    let page = Page(scraper::Html::parse_document(start.text()));
    assert!(page.attributes(".head .brand img", "src").is_empty(), "the name alone");
    assert_eq!(page.attributes("link[rel=icon]", "type"), ["image/svg+xml"]);
    for address in [
        "/favicon.svg",
        "/favicon.ico",
        "/icon-192.png",
        "/icon-512.png",
        "/icon-maskable-512.png",
        "/apple-touch-icon.png",
    ] {
        assert_eq!(app.get(address).await.status, StatusCode::OK, "{address}");
    }
}
