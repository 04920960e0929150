//! The metadata in a page's head, for search engines and link previews.

use app::posts::PostKind;
use scraper::{Html, Selector};

use super::{AT_ONCE, BEFORE, add, change, site, text};
use crate::test_app::{TestApp, TestResponse};

fn attribute(page: &TestResponse, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page.text());
    let mut found = page.select(&selector);
    let value = found.next()?.attr(name).map(str::to_owned);
    assert!(found.next().is_none(), "more than one {selector:?}");
    value
}

pub(super) fn property(page: &TestResponse, name: &str) -> Option<String> {
    attribute(page, &format!("head meta[property='{name}']"), "content")
}

fn canonical(page: &TestResponse) -> Option<String> {
    attribute(page, "head link[rel=canonical]", "href")
}

fn title(page: &TestResponse) -> String {
    let titles = Selector::parse("head > title").unwrap();
    Html::parse_document(page.text()).select(&titles).flat_map(|title| title.text()).collect()
}

fn data(page: &TestResponse) -> Option<serde_json::Value> {
    let selector = Selector::parse("head script[type='application/ld+json']").unwrap();
    let page = Html::parse_document(page.text());
    let script = page.select(&selector).next()?;
    Some(serde_json::from_str(&script.text().collect::<String>()).unwrap())
}

#[tokio::test]
async fn every_page_has_one_address() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    for (address, path) in [
        ("/", "/"),
        ("/?utm_source=brev", "/"),
        ("/blogg", "/blogg"),
        ("/blogg?sida=2&x=1", "/blogg?sida=2"),
        ("/kalender/2026", "/kalender/2026"),
        ("/kalender/2026?vy=lista", "/kalender/2026"),
        ("/kalender/2026?sida=2", "/kalender/2026"),
        ("/kalender/2026/lucka/7", "/kalender/2026/lucka/7"),
        ("/om", "/om"),
        ("/roster", "/roster"),
    ] {
        let page = app.get(address).await;
        let link = format!("http://127.0.0.1:3000{path}");
        assert_eq!(canonical(&page).as_ref(), Some(&link), "{address}");
        assert_eq!(property(&page, "og:url").as_ref(), Some(&link), "{address}");
        assert_eq!(property(&page, "og:site_name").as_deref(), Some("MIA Vidare"), "{address}");
        assert_eq!(property(&page, "og:locale").as_deref(), Some("sv_SE"), "{address}");
        assert!(property(&page, "og:title").is_some(), "{address}");
        assert_eq!(attribute(&page, "link[rel=manifest]", "href").as_deref(), Some("/manifest.webmanifest"));
        assert!(
            attribute(&page, "link[rel=alternate][title='Alla inlägg']", "href").is_some(),
            "{address} names the feed"
        );
    }
    for address in ["/finns-inte", "/admin/logga-in"] {
        let page = app.get(address).await;
        assert_eq!((canonical(&page), property(&page, "og:url")), (None, None), "{address}");
    }
}

#[tokio::test]
async fn every_page_has_a_description() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    let described =
        async |address: &str| attribute(&app.get(address).await, "head meta[name=description]", "content");
    for address in [
        "/",
        "/kalender/2026",
        "/kalender/2026?vy=lista",
        "/kalender/2025",
        "/kalender/2026/lucka/7",
        "/kalender/2026/lucka/8",
        "/blogg",
        "/blogg?sida=2",
        "/blogg/2026",
        "/blogg/2026/12",
        "/etikett/mod",
        "/inlagg/fem-steg-till-ett-jobb",
        "/roster",
        "/roster/de-vantade-pa-mig",
        "/sok",
        "/sok?q=mod",
        "/om",
        "/kontakt",
        "/tillganglighet",
        "/integritet",
        "/finns-inte",
    ] {
        assert!(described(address).await.is_some_and(|text| text.len() > 20), "{address}");
    }
    let door = described("/kalender/2026/lucka/7").await;
    assert_ne!(door, described("/").await, "an open door has its guldkorn's own");
    assert_eq!(described("/kalender/2026/lucka/8").await, described("/om").await.and(described("/").await));
    // Of a sensitive text nothing is said.
    app.set_clock("2026-12-24T08:00:00+01:00");
    for address in ["/saker-surf", "/kalender/2026/lucka/9"] {
        assert_eq!(described(address).await, None, "{address}");
    }
    // A site without a description has its name.
    change(&app, "update site_settings set description = ''").await;
    assert_eq!(described("/").await.as_deref(), Some("MIA Vidare"));
}

#[tokio::test]
async fn the_site_address_comes_from_the_settings() {
    let app = site(AT_ONCE).await;
    change(&app, "update site_settings set address = 'https://www.example.se'").await;
    let page = app.get("/inlagg/guldkorn-1").await;
    assert_eq!(canonical(&page).as_deref(), Some("https://www.example.se/inlagg/guldkorn-1"));
    let image = property(&page, "og:image");
    assert_eq!(image.as_deref(), Some("https://www.example.se/bild/inlagg/guldkorn-1.png"));
}

#[tokio::test]
async fn no_invalid_site_address_can_be_set() {
    let app = TestApp::empty(AT_ONCE).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    for bad in [
        "example.se",
        "https://",
        "https://a.se/",
        "ftp://a.se",
        "https://a.se/\"><x",
        "https://a b",
        "https://å.se",
    ] {
        let set = sqlx::query("update site_settings set address = $1").bind(bad);
        assert!(set.execute(&mut *writer).await.is_err(), "{bad}");
    }
    for good in ["", "https://www.example.se", "http://127.0.0.1:3000", "https://xn--4cab6c.se/blogg"] {
        let set = sqlx::query("update site_settings set address = $1").bind(good);
        assert!(set.execute(&mut *writer).await.is_ok(), "{good}");
    }
}

#[tokio::test]
async fn a_text_is_an_article() {
    let app = site(AT_ONCE).await;
    let page = app.get("/inlagg/guldkorn-2").await;
    assert_eq!(property(&page, "og:type").as_deref(), Some("article"));
    assert_eq!(property(&page, "og:title").as_deref(), Some("Titel guldkorn-2"));
    assert_eq!(property(&page, "og:description").as_deref(), Some("Ingress guldkorn-2"));
    let data = data(&page).expect("data");
    assert_eq!((&data["@type"], &data["headline"]), (&"Article".into(), &"Titel guldkorn-2".into()));
    assert_eq!(data["datePublished"], "2026-12-02T00:00:00+01:00");
    assert_eq!(data["image"][0], "http://127.0.0.1:3000/bild/inlagg/guldkorn-2.png");
    assert_eq!(app.get("/bild/inlagg/guldkorn-2.png").await.status, 200);
}

#[tokio::test]
async fn an_edition_is_an_event_and_the_start_page_the_site() {
    let app = site(AT_ONCE).await;
    let event = data(&app.get("/kalender/2026").await).expect("data");
    assert_eq!((&event["@type"], &event["name"]), (&"Event".into(), &"Kalendern 2026".into()));
    assert_eq!(event["startDate"], "2026-12-01T00:00:00+01:00");
    assert_eq!(event["endDate"], "2026-12-05T00:00:00+01:00");
    let start = data(&app.get("/").await).expect("data");
    assert_eq!(start["@graph"][0]["@type"], "WebSite");
    assert_eq!(start["@graph"][1]["@type"], "Organization");
    let search = &start["@graph"][0]["potentialAction"]["target"]["urlTemplate"];
    assert_eq!(search, "http://127.0.0.1:3000/sok?q={search_term_string}");
}

#[tokio::test]
async fn the_preview_of_a_closed_door_shows_number_and_edition_only() {
    let app = site(BEFORE).await;
    let address = "/kalender/2026/lucka/2";
    let closed = app.get(address).await;
    assert_eq!(property(&closed, "og:title").as_deref(), Some("Lucka 2 – Kalendern 2026"));
    for name in ["og:image", "og:description"] {
        assert_eq!(property(&closed, name), None, "{name}");
    }
    assert_eq!((data(&closed), canonical(&closed)), (None, None));
    app.set_clock(AT_ONCE);
    let image = property(&app.get(address).await, "og:image").expect("a picture");
    assert_eq!(image, "http://127.0.0.1:3000/bild/kalender/2026/lucka/2.png");
}

#[tokio::test]
async fn the_preview_of_a_sensitive_text_shows_nothing_of_it() {
    let app = site("2026-12-03T12:00:00+01:00").await;
    let long_ago = Some("2026-01-01T12:00:00+01:00");
    add(
        &app,
        text(PostKind::Voice, "rost", long_ago).with_content(|content| {
            content.sensitive = true;
        }),
    )
    .await;
    add(
        &app,
        text(PostKind::Page, "sida", long_ago).with_content(|content| {
            content.sensitive = true;
        }),
    )
    .await;
    for (address, title) in [
        ("/inlagg/guldkorn-3", "Ett inlägg"),
        ("/roster/rost", "Ett inlägg"),
        ("/sida", "Ett inlägg"),
        ("/kalender/2026/lucka/3", "Lucka 3 – Kalendern 2026"),
    ] {
        let page = app.get(address).await;
        assert_eq!(property(&page, "og:title").as_deref(), Some(title), "{address}");
        for name in ["og:image", "og:description"] {
            assert_eq!(property(&page, name), None, "{name} of {address}");
        }
        assert_eq!(data(&page), None, "{address}");
        let head = page.text().split("<body>").next().unwrap();
        assert!(!head.contains("Titel") && !head.contains("Ingress"), "{address}");
    }
}

/// No title ends the element, attribute or script that it is in.
#[tokio::test]
async fn no_title_becomes_markup() {
    let app = TestApp::empty(AT_ONCE).await;
    let bad = r#""></script><script>alert(1)</script><meta name="x" content="</head>"#;
    let post = text(PostKind::Article, "elak", Some("2026-01-01T12:00:00+01:00"));
    add(
        &app,
        post.with_content(|content| {
            content.title = bad.into();
            content.teaser = bad.into();
            content.author = bad.into();
        }),
    )
    .await;
    change(&app, "update site_settings set name = '\"><script>alert(1)</script>', vision = '</script><x>'")
        .await;
    for address in ["/inlagg/elak", "/"] {
        let page = app.get(address).await;
        assert!(!page.text().contains("<script>alert"), "{address}");
        let title = title(&page);
        assert!(title.ends_with("\"><script>alert(1)</script>"), "{title}");
        let data = data(&page).expect("data");
        if address != "/" {
            assert!(title.starts_with(bad), "{title}");
            assert_eq!(data["headline"], bad);
            assert_eq!(property(&page, "og:title").as_deref(), Some(bad));
        }
    }
}

/// The head is built with the document; Leptos' script for the client's data is the last thing in its body.
#[tokio::test]
async fn a_document_has_one_head_and_ends_with_its_body() {
    let app = site(AT_ONCE).await;
    for address in ["/", "/inlagg/guldkorn-1", "/finns-inte", "/admin/logga-in"] {
        let page = app.get(address).await;
        let text = page.text();
        assert!(
            text.starts_with("<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\">"),
            "{address}"
        );
        for tag in ["<title>", "</title>", "<head>", "</head>", "<body>", "</body>"] {
            assert_eq!(text.matches(tag).count(), 1, "{tag} {address}");
        }
        assert!(text.find("</title>") < text.find("</head>"), "{address}");
        assert!(text.find("__RESOLVED_RESOURCES") < text.find("</body>"), "{address}");
        assert!(text.ends_with("</script></body></html>"), "{address}");
    }
}
