//! Feeds.

use app::posts::PostKind;
use app::posts::tags::add_tag;
use http::StatusCode;

use super::{AT_ONCE, BEFORE, add, change, elements, site, text};
use crate::test_app::{TestApp, TestResponse};

const FEEDS: [&str; 4] = ["/feed.xml", "/rss.xml", "/feed.json", "/kalender/2026/feed.xml"];

fn names(feed: &TestResponse) -> Vec<String> {
    elements(feed.text(), "id").into_iter().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_guldkorn_is_in_the_feeds_from_its_opening_and_not_a_second_before() {
    let app = site(BEFORE).await;
    for (at, is_open) in [(BEFORE, false), (AT_ONCE, true), (BEFORE, false)] {
        app.set_clock(at);
        for address in FEEDS {
            let feed = app.get(address).await;
            assert_eq!(feed.status, StatusCode::OK, "{address}");
            assert!(feed.text().contains("guldkorn-1"), "{address} {at}");
            assert_eq!(feed.text().contains("guldkorn-2"), is_open, "{address} {at}");
            let lifetime = if is_open { "public, max-age=60" } else { "public, max-age=1" };
            assert_eq!(feed.header("cache-control"), lifetime, "{address} {at}");
        }
    }
}

#[tokio::test]
async fn each_format_has_its_media_type_and_own_address() {
    let app = site(AT_ONCE).await;
    for (address, kind) in [
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/kalender/2026/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/feed.json", "application/feed+json; charset=utf-8"),
    ] {
        let feed = app.get(address).await;
        assert_eq!(feed.header("content-type"), kind, "{address}");
        let own = format!("\"http://127.0.0.1:3000{address}\"");
        assert!(feed.text().contains(&own), "{address} knows its own address");
    }
}

#[tokio::test]
async fn texts_are_whole_and_their_links_absolute() {
    let app = site(AT_ONCE).await;
    for address in FEEDS {
        let feed = app.get(address).await.text().replace("\\\"", "\"").replace("&quot;", "\"");
        assert!(feed.contains("Text guldkorn-2 med"), "{address}");
        assert!(feed.contains("href=\"http://127.0.0.1:3000/om\""), "{address}");
    }
}

/// Ids stay when the address of a text or of the site changes, and no two texts share one.
#[tokio::test]
async fn ids_survive_every_change_of_address() {
    let app = site(AT_ONCE).await;
    let before = names(&app.get("/feed.xml").await);
    assert_eq!(before.len(), 3, "the feed and two texts");
    assert!(before.iter().all(|name| name.starts_with("urn:uuid:")), "{before:?}");
    let distinct: std::collections::HashSet<_> = before.iter().collect();
    assert_eq!(distinct.len(), 3);
    change(&app, "update posts set slug = slug || '-ny', title = 'Ny titel'").await;
    change(&app, "update site_settings set address = 'https://www.example.se', name = 'Nytt'").await;
    let feed = app.get("/feed.xml").await;
    assert!(feed.text().contains("https://www.example.se/inlagg/guldkorn-2-ny"));
    assert_eq!(names(&feed), before);
    assert!(before[1..].iter().all(|name| occurs_once(name, feed.text())));
    let json: serde_json::Value = serde_json::from_str(app.get("/feed.json").await.text()).unwrap();
    assert_eq!(json["items"][0]["id"], *before[1]);
}

fn occurs_once(name: &str, feed: &str) -> bool {
    feed.matches(name).count() == 1
}

/// `updated` reveals neither edits before the opening nor a time in the future.
#[tokio::test]
async fn only_visible_changes_are_updates() {
    let app = site("2026-12-03T12:00:00+01:00").await;
    let entry = |feed: &TestResponse, slug: &str| {
        let entry = elements(feed.text(), "entry").into_iter().find(|entry| entry.contains(slug)).unwrap();
        (elements(entry, "published")[0].to_owned(), elements(entry, "updated")[0].to_owned())
    };
    let opening = "2026-12-01T23:00:00Z".to_owned();
    for (changed, updated) in [
        ("2026-11-30T12:00:00Z", &*opening),
        ("2026-12-02T09:30:00Z", "2026-12-02T09:30:00Z"),
        ("2026-12-24T12:00:00Z", "2026-12-03T11:00:00Z"),
    ] {
        let mut writer = app.state.db.write_content().await.unwrap();
        sqlx::query("update posts set updated_at = $1 where slug = 'guldkorn-2'")
            .bind(crate::test_app::instant(changed).as_millisecond())
            .execute(&mut *writer)
            .await
            .unwrap();
        writer.commit().await.unwrap();
        let feed = app.get("/feed.xml").await;
        assert_eq!(entry(&feed, "guldkorn-2"), (opening.clone(), updated.to_owned()), "{changed}");
    }
}

#[tokio::test]
async fn a_sensitive_text_is_a_neutral_title_and_a_link() {
    let app = site("2026-12-03T12:00:00+01:00").await;
    for address in FEEDS {
        let feed = app.get(address).await;
        assert!(feed.text().contains("/inlagg/guldkorn-3"), "{address}");
        assert!(feed.text().contains("Ett inlägg"), "{address}");
        for word in ["Titel guldkorn-3", "Ingress guldkorn-3", "Text guldkorn-3"] {
            assert!(!feed.text().contains(word), "{word} in {address}");
        }
    }
}

#[tokio::test]
async fn a_tag_has_a_feed_once_a_public_text_has_it() {
    let app = site(BEFORE).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let tag = app::blog::Tag { slug: "mod".into(), name: "Mod & vilja".into() };
    add_tag(&mut writer, &tag).await.unwrap();
    writer.commit().await.unwrap();
    change(
        &app,
        "insert into post_tags (post_id, tag_id) select p.id, t.id from posts p, tags t where p.slug = 'guldkorn-2'",
    )
    .await;
    for (at, status) in [(BEFORE, 404), (AT_ONCE, 200), (BEFORE, 404)] {
        app.set_clock(at);
        let feed = app.get("/etikett/mod/feed.xml").await;
        assert_eq!(feed.status, status, "{at}");
        let unknown = app.get("/etikett/finns-inte/feed.xml").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        if status == 404 {
            assert_eq!(feed.body, unknown.body, "nobody learns that the subject is coming");
        } else {
            assert_eq!(elements(feed.text(), "title")[0], "Mod &amp; vilja – Vår webbplats");
            assert!(!feed.text().contains("guldkorn-1"), "it is about something else");
        }
    }
}

#[tokio::test]
async fn invalid_xml_characters_break_no_feed() {
    let app = TestApp::empty(AT_ONCE).await;
    let bad = "a\u{0}b\u{8}c\u{1b}d\u{fffe}]]>&<e>";
    let post = text(PostKind::Article, "trasig", Some("2026-11-01T12:00:00+01:00"));
    let post = post.with_content(|content| {
        content.title = bad.into();
        content.teaser = bad.into();
        content.author = bad.into();
        content.body = bad.into();
    });
    add(&app, post).await;
    for address in ["/feed.xml", "/rss.xml"] {
        let feed = app.get(address).await;
        let is_bad = |letter: char| letter < ' ' && letter != '\n' || letter == '\u{fffe}';
        assert!(!feed.text().contains(is_bad), "{address}");
        assert!(feed.text().contains("<title>abcd]]&gt;&amp;&lt;e&gt;</title>"), "{address}");
    }
    serde_json::from_str::<serde_json::Value>(app.get("/feed.json").await.text()).unwrap();
}

#[tokio::test]
async fn a_feed_holds_the_twenty_newest() {
    let app = TestApp::empty(AT_ONCE).await;
    for number in 10..40 {
        let from = format!("2026-10-{:02}T12:00:00+01:00", number - 9);
        add(&app, text(PostKind::Article, &format!("nummer-{number}"), Some(&from))).await;
    }
    let feed = app.get("/feed.xml").await;
    let titles = elements(feed.text(), "title");
    assert_eq!(titles.len(), 21);
    assert_eq!((titles[1], titles[20]), ("Titel nummer-39", "Titel nummer-20"));
}

#[tokio::test]
async fn every_page_links_to_the_feed() {
    let app = site(AT_ONCE).await;
    for address in ["/", "/blogg", "/inlagg/guldkorn-1", "/kalender/2026/lucka/5", "/finns-inte"] {
        let page = app.get(address).await;
        assert!(page.text().contains(r#"<a rel="external" href="/feed.xml">"#), "{address}");
    }
}

#[tokio::test]
async fn an_empty_site_has_feeds() {
    let app = TestApp::empty(AT_ONCE).await;
    for address in ["/feed.xml", "/rss.xml", "/feed.json"] {
        assert_eq!(app.get(address).await.status, StatusCode::OK, "{address}");
    }
    for address in ["/kalender/2026/feed.xml", "/kalender/2026.ics", "/etikett/mod/feed.xml"] {
        assert_eq!(app.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}
