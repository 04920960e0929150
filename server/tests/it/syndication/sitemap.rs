//! The sitemap, `robots.txt` and the web app manifest.

use app::posts::PostKind;

use super::{AT_ONCE, BEFORE, add, elements, site, text};
use crate::test_app::TestApp;

fn pages(sitemap: &str) -> Vec<&str> {
    let begin = "http://127.0.0.1:3000";
    elements(sitemap, "loc").into_iter().map(|address| address.strip_prefix(begin).unwrap()).collect()
}

#[tokio::test]
async fn it_lists_what_is_open_and_not_sensitive() {
    let app = site(BEFORE).await;
    let long_ago = Some("2020-12-05T12:00:00+01:00");
    add(&app, text(PostKind::Article, "artikel", long_ago)).await;
    add(&app, text(PostKind::Voice, "rost", long_ago)).await;
    add(&app, text(PostKind::Page, "om", long_ago)).await;
    add(
        &app,
        text(PostKind::Article, "kanslig", long_ago).with_content(|content| {
            content.sensitive = true;
        }),
    )
    .await;
    add(&app, text(PostKind::Article, "kommande", Some("2027-01-01T12:00:00+01:00"))).await;
    let always = [
        "/",
        "/blogg",
        "/blogg/2020",
        "/blogg/2020/12",
        "/blogg/2026",
        "/blogg/2026/12",
        "/inlagg/artikel",
        "/inlagg/guldkorn-1",
        "/kalender/2026",
        "/kalender/2026/lucka/1",
        "/om",
        "/roster",
        "/roster/rost",
    ];
    for (at, second, third) in
        [(BEFORE, false, false), (AT_ONCE, true, false), ("2026-12-05T12:00:00+01:00", true, true)]
    {
        app.set_clock(at);
        let sitemap = app.get("/sitemap.xml").await;
        let mut found = pages(sitemap.text());
        found.sort_unstable();
        let mut expected = always.to_vec();
        if second {
            expected.extend(["/inlagg/guldkorn-2", "/kalender/2026/lucka/2"]);
        }
        expected.sort_unstable();
        assert_eq!(found, expected, "{at}; the third is sensitive, {third}");
        let times = elements(sitemap.text(), "lastmod");
        assert!(times.iter().all(|time| *time <= "2026-12-01T23:00:00Z"), "{times:?}");
    }
}

#[tokio::test]
async fn every_listed_page_of_the_demo_is_there() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    let sitemap = app.get("/sitemap.xml").await;
    let pages = pages(sitemap.text());
    assert!(pages.len() > 60, "{}", pages.len());
    for page in pages {
        let response = app.get(page).await;
        assert_eq!(response.status, 200, "{page}");
        assert!(!response.text().contains("noindex"), "{page}");
    }
}

#[tokio::test]
async fn robots_txt_excludes_private_and_unbounded_pages() {
    let app = TestApp::empty(AT_ONCE).await;
    let robots = app.get("/robots.txt").await;
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    for line in
        ["User-agent: *", "Disallow: /admin", "Disallow: /sok", "Sitemap: http://127.0.0.1:3000/sitemap.xml"]
    {
        assert!(robots.text().lines().any(|found| found == line), "{line}");
    }
}

#[tokio::test]
async fn the_manifest_names_existing_icons() {
    let app = TestApp::demo(AT_ONCE).await;
    let response = app.get("/manifest.webmanifest").await;
    assert_eq!(response.header("content-type"), "application/manifest+json");
    let manifest: serde_json::Value = serde_json::from_str(response.text()).unwrap();
    assert_eq!((&manifest["name"], &manifest["lang"]), (&"MIA Vidare".into(), &"sv".into()));
    let icons = manifest["icons"].as_array().unwrap();
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
    for icon in icons {
        let file = app.get(icon["src"].as_str().unwrap()).await;
        assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "image/png"));
        let image = image::load_from_memory(&file.body).unwrap();
        assert_eq!(icon["sizes"], format!("{0}x{0}", image.width()));
    }
}
