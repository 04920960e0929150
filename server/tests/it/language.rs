//! Posts in other languages than the pages': what shows their text or title says so, and its direction follows the text.

use app::calendar::EditionId;
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, add_post};
use app::posts::{Language, PostId, PostKind};
use app::staff::Role;
use app::time::UnixMillis;
use http::Method;
use scraper::{Html, Selector};

use crate::browser::Browser;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const TITLE: &str = "خطوات صغيرة";
const TEXT: &str = "لم أكن وحدي.";

/// The demo site with a post in Arabic of each kind, and the guldkorn on the door of day 7.
async fn site() -> TestApp {
    let app = TestApp::demo(AT).await;
    let mut tx = app.state.db.write_content().await.unwrap();
    // Voices take turns at the foot of each page; alone, this one is always there.
    sqlx::query("update posts set state = 'withdrawn' where kind = 'voice'").execute(&mut *tx).await.unwrap();
    for (kind, slug) in [
        (PostKind::Article, "artikel"),
        (PostKind::Voice, "rost"),
        (PostKind::Page, "sida"),
        (PostKind::Guldkorn, "kort"),
    ] {
        let is_on_door = kind == PostKind::Guldkorn;
        let post = NewPost {
            published: true,
            published_at: (!is_on_door).then_some(app.state.clock.now_millis()),
            ..NewPost::draft(kind, slug, format!("{TITLE} {slug}")).with_content(|content| {
                content.language = Language::parse("ar");
                content.body = TEXT.into();
                content.quote = if is_on_door { TEXT.into() } else { String::new() };
                content.teaser = TEXT.into();
                content.source = "مشاركة".into();
                content.tags = vec!["Arabiska".into()];
            })
        };
        let post = add_post(&mut tx, &post, UnixMillis(0)).await.unwrap();
        if is_on_door {
            put_on_door(&mut tx, post).await;
        }
    }
    tx.commit().await.unwrap();
    app
}

async fn put_on_door(tx: &mut app::db::WriteTransaction, post: PostId) {
    let edition: EditionId =
        sqlx::query_scalar("select id from editions where slug = '2026'").fetch_one(&mut **tx).await.unwrap();
    sqlx::query("update doors set post_id = null where day = 7").execute(&mut **tx).await.unwrap();
    hang(tx, edition, 7, post).await.unwrap();
}

/// Asserts that every element of a page that holds Arabic text is, or is in, one that says so.
fn assert_marked(html: &str, selectors: &[&str], what: &str) {
    let document = Html::parse_document(html);
    for selector in selectors {
        let found: Vec<_> = document
            .select(&Selector::parse(selector).unwrap())
            .filter(|element| {
                let text: String = element.text().collect();
                text.contains(TITLE) || text.contains(TEXT)
            })
            .collect();
        assert!(!found.is_empty(), "{what}: {selector}");
        for element in found {
            assert_eq!(element.value().attr("lang"), Some("ar"), "{what}: {selector}");
            assert_eq!(element.value().attr("dir"), Some("auto"), "{what}: {selector}");
        }
    }
}

#[tokio::test]
async fn what_shows_a_text_says_its_language() {
    let app = site().await;
    let search = format!("/sok?q={}", "%D8%AE%D8%B7%D9%88%D8%A7%D8%AA");
    for (path, selectors) in [
        ("/inlagg/artikel", &["h1", ".prose", ".related a", ".aside section:first-child a"][..]),
        ("/blogg", &[".teaser h2 a", ".teaser div > p[dir]", ".aside section:first-child a"]),
        ("/inlagg/kort", &["h1", "figure.quote", ".prose"]),
        ("/kalender/2026/lucka/7", &[".guldkorn h1 span[dir]", "figure.quote", ".prose"]),
        ("/kalender/2026?vy=lista", &[".days .title"]),
        ("/roster", &["blockquote", ".voices-list a span"]),
        ("/roster/rost", &["h1", ".prose"]),
        ("/sida", &["h1", ".prose"]),
        (&search, &[".hit h3 a", ".hit p[dir]"]),
    ] {
        let page = app.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert_marked(page.text(), selectors, path);
    }
    let home = app.get("/").await;
    assert_marked(home.text(), &["blockquote"], "the voices at the foot");
}

#[tokio::test]
async fn feeds_say_the_language_of_each_text() {
    let app = site().await;
    let atom = app.get("/feed.xml").await.text().to_owned();
    let entry = atom.split("<entry").find(|entry| entry.contains(TITLE)).expect("an entry");
    assert!(entry.starts_with(" xml:lang=\"ar\">"), "{entry}");
    assert!(atom.contains("<entry>"), "others are in the feed's language");
    let rss = app.get("/rss.xml").await.text().to_owned();
    let item = rss.split("<item>").find(|item| item.contains(TITLE)).expect("an item");
    assert!(item.contains("<dc:language>ar</dc:language>"), "{item}");
    let json: serde_json::Value = serde_json::from_str(app.get("/feed.json").await.text()).unwrap();
    for item in json["items"].as_array().unwrap() {
        let expected = if item["title"].as_str().unwrap().contains(TITLE) {
            "ar".into()
        } else {
            serde_json::Value::Null
        };
        assert_eq!(item["language"], expected);
    }
    assert_eq!(json["language"], "sv");
}

#[tokio::test]
async fn a_swedish_text_says_nothing_more_than_its_page() {
    let app = TestApp::demo(AT).await;
    let page = app.get("/inlagg/elva-sekunder").await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains(" lang=\"sv\" dir"), "the page says it already");
    assert!(page.text().contains("dir=\"auto\""), "whatever is quoted in it");
}

#[tokio::test]
async fn a_writer_chooses_the_language() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let response = eva.send(Method::POST, "/api/text/begin", &[("kind", "article")]).await;
    let editor = response.header("location").to_owned();
    let id = editor.strip_prefix("/admin/inlagg/").unwrap().to_owned();
    let page = eva.see(&editor).await;
    assert_eq!(page.attributes("#language [selected]", "value"), ["sv"]);
    for (number, (typed, language)) in [("ar", "ar"), ("xx", "sv"), ("ar", "ar")].into_iter().enumerate() {
        let base = number.to_string();
        let form = [
            ("id", id.as_str()),
            ("base_revision", base.as_str()),
            ("title", TITLE),
            ("body", TEXT),
            ("language", typed),
        ];
        let page = eva.form("text/submit", &form, &editor).await;
        assert_eq!(page.attributes("#language [selected]", "value"), [language], "{typed}");
        for field in ["#title", "#body", "#teaser", "#picture_alt"] {
            assert_eq!(page.attributes(field, "lang"), [language], "{field}");
            assert_eq!(page.attributes(field, "dir"), ["auto"], "{field}");
        }
    }
    let list = eva.see("/admin/inlagg").await;
    assert_eq!(list.attributes(".texts h3 a", "lang"), ["ar"]);
    let dashboard = eva.see("/admin").await;
    assert_eq!(dashboard.attributes("[aria-labelledby=own] a", "lang"), ["ar"]);
}
