//! Prerendered pages: the blog's lists and aside, redirects and withdrawn texts.

use app::posts::store::{NewPost, add_post, rename, withdraw};
use app::posts::tags::{Tag, add_tag};
use app::posts::{PostId, PostKind};
use app::time::UnixMillis;
use scraper::{Html, Selector};

use crate::test_app::{TestApp, TestResponse, instant};

const NOW: &str = "2026-12-07T08:00:00+01:00";

fn article(slug: &str, published_at: &str, tags: &[&str]) -> NewPost {
    NewPost {
        published: true,
        published_at: Some(UnixMillis(instant(published_at).as_millisecond())),
        ..NewPost::draft(PostKind::Article, slug, format!("Rubrik {slug}")).with_content(|content| {
            content.teaser = "Ingress.".into();
            content.body = "Text.".into();
            content.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        })
    }
}

async fn site(posts: &[NewPost]) -> TestApp {
    let app = TestApp::empty(NOW).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    for (slug, name) in [("mod", "Mod"), ("ost", "Öst"), ("arbete", "Arbete"), ("oanvand", "Oanvänd")] {
        add_tag(&mut writer, &Tag { slug: slug.into(), name: name.into() }).await.unwrap();
    }
    for post in posts {
        add_post(&mut writer, post, UnixMillis(0)).await.unwrap();
    }
    writer.commit().await.unwrap();
    app
}

/// Returns the texts of the elements that match a selector, with single spaces.
pub(crate) fn texts(page: &TestResponse, what: &str) -> Vec<String> {
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = Html::parse_document(page.text());
    page.select(&Selector::parse(what).unwrap()).map(|found| words(found.text().collect())).collect()
}

fn posts(page: &TestResponse) -> Vec<String> {
    let page = Html::parse_document(page.text());
    let selector = Selector::parse("main article[data-post]").unwrap();
    page.select(&selector).map(|post| post.attr("data-post").unwrap().to_owned()).collect()
}

#[tokio::test]
async fn months_years_and_tags_have_lists_of_their_own() {
    let app = site(&[
        article("forsta", "2020-12-01T00:00:00+01:00", &["mod"]),
        article("sista", "2020-12-31T23:59:59+01:00", &["mod", "Öst"]),
        article("nyar", "2021-01-01T00:00:00+01:00", &["arbete"]),
        article("kommer", "2026-12-08T00:00:00+01:00", &["Oanvänd", "mod"]),
    ])
    .await;
    for (address, heading, expected) in [
        ("/blogg", "Blogg", vec!["nyar", "sista", "forsta"]),
        ("/blogg/2020", "2020", vec!["sista", "forsta"]),
        ("/blogg/2020/12", "December 2020", vec!["sista", "forsta"]),
        ("/blogg/2021/01", "Januari 2021", vec!["nyar"]),
        ("/etikett/mod", "Mod", vec!["sista", "forsta"]),
        ("/etikett/ost", "Öst", vec!["sista"]),
    ] {
        let page = app.get(address).await;
        assert_eq!(page.status, 200, "{address}");
        assert_eq!(texts(&page, "main h1"), [heading], "{address}");
        assert_eq!(posts(&page), expected, "{address}");
        let counts: Vec<_> = texts(&page, "aside.aside .counted a")
            .into_iter()
            .filter(|text| text.contains("inlägg"))
            .collect();
        let expected =
            ["Januari 1 inlägg", "December 2 inlägg", "Arbete 1 inlägg", "Mod 2 inlägg", "Öst 1 inlägg"];
        assert_eq!(counts, expected, "{address}");
    }
    for address in [
        "/blogg/2019",
        "/blogg/2020/11",
        "/blogg/2020/13",
        "/blogg/2020/1",
        "/blogg/2026/12",
        "/blogg/2026",
        "/blogg?sida=2",
        "/blogg?sida=99999",
        "/etikett/oanvand",
        "/etikett/finns-inte",
    ] {
        let page = app.get(address).await;
        assert_eq!(page.status, 404, "{address}");
        assert!(!texts(&page, "main a[href='/blogg']").is_empty(), "a way on from {address}");
    }
    app.set_clock("2026-12-08T00:00:00+01:00");
    for (address, expected) in [
        ("/blogg", vec!["kommer", "nyar", "sista", "forsta"]),
        ("/blogg/2026/12", vec!["kommer"]),
        ("/etikett/oanvand", vec!["kommer"]),
    ] {
        assert_eq!(posts(&app.get(address).await), expected, "{address}");
    }
    let counts = texts(&app.get("/blogg").await, "aside.aside .counted a");
    assert!(counts.contains(&"Oanvänd 1 inlägg".to_owned()) && counts.contains(&"Mod 3 inlägg".to_owned()));
}

#[tokio::test]
async fn long_lists_have_pages() {
    let all: Vec<_> = (1..=28)
        .map(|day| article(&format!("dag-{day}"), &format!("2020-12-{day:02}T12:00:00+01:00"), &["mod"]))
        .collect();
    let app = site(&all).await;
    for list in ["/blogg", "/blogg/2020", "/blogg/2020/12", "/etikett/mod"] {
        let mut seen = Vec::new();
        for page in 1..=3 {
            let response = app.get(&app::paths::list_page(list, page)).await;
            seen.extend(posts(&response));
            let links = texts(&response, "nav.pagination a[rel]").len();
            assert_eq!(links, if page == 2 { 2 } else { 1 }, "{list} {page}");
        }
        let expected: Vec<_> = (1..=28).rev().map(|day| format!("dag-{day}")).collect();
        assert_eq!(seen, expected, "{list}");
        assert_eq!(app.get(&app::paths::list_page(list, 4)).await.status, 404, "{list}");
    }
}

#[tokio::test]
async fn a_card_promises_no_more_than_it_holds() {
    // A card holds the whole text, so what is under it promises no more of it.
    let app = TestApp::demo("2026-12-24T09:00:00+01:00").await;
    for day in 1..=24 {
        let door = app.get(&format!("/kalender/2026/lucka/{day}")).await;
        let html = Html::parse_document(door.text());
        let card = html.select(&Selector::parse("main article.guldkorn").unwrap()).next().unwrap();
        let Some(slug) = card.attr("data-post") else { continue };
        let post = app.get(&app::paths::post(slug)).await;
        for part in ["blockquote p", ".prose > *"] {
            let in_card = texts(&door, &format!(".guldkorn {part}"));
            assert_eq!(texts(&post, &format!(".post {part}")), in_card, "{day}: {part}");
        }
        assert_eq!(texts(&door, ".guldkorn .tags a"), texts(&post, ".post .tags a"), "{day}");
        let post = html.select(&Selector::parse(&format!("main a[href='/inlagg/{slug}']")).unwrap()).next();
        assert!(post.is_none(), "{day}: the post holds no more than the card");
        assert!(!door.text().contains("Läs hela"), "{day}");
    }
}

#[tokio::test]
async fn the_archive_unfolds_the_year_of_the_page() {
    let app = site(&[
        article("gammal", "2020-12-01T12:00:00+01:00", &["mod"]),
        article("ny", "2026-01-01T12:00:00+01:00", &["mod"]),
    ])
    .await;
    for (address, year) in [
        ("/blogg", "2026"),
        ("/etikett/mod", "2026"),
        ("/blogg/2020", "2020"),
        ("/blogg/2020/12", "2020"),
        ("/inlagg/gammal", "2020"),
        ("/inlagg/ny", "2026"),
    ] {
        assert_eq!(texts(&app.get(address).await, ".aside .year[open] summary"), [year], "{address}");
    }
    assert_eq!(texts(&app.get("/blogg/2020/12").await, "main h1"), ["December 2020"]);
}

#[tokio::test]
async fn related_posts_share_tags_and_are_public() {
    let app = site(&[
        article("har", "2020-01-01T12:00:00+01:00", &["mod", "Öst"]),
        article("mest", "2020-01-02T12:00:00+01:00", &["mod", "Öst"]),
        article("lite", "2020-01-03T12:00:00+01:00", &["mod"]),
        article("inget", "2020-01-04T12:00:00+01:00", &["arbete"]),
        article("kommer", "2026-12-08T00:00:00+01:00", &["mod", "Öst"]),
    ])
    .await;
    let related = texts(&app.get("/inlagg/har").await, ".related a");
    assert_eq!(related, ["Rubrik mest", "Rubrik lite"]);
    assert!(texts(&app.get("/inlagg/inget").await, ".related").is_empty());
}

/// Returns the id of the post with a slug.
async fn id_of(app: &TestApp, slug: &str) -> PostId {
    let reader = app.state.db.reader();
    sqlx::query_scalar("select id from posts where slug = $1").bind(slug).fetch_one(reader).await.unwrap()
}

#[tokio::test]
async fn an_old_address_redirects_to_the_newest_one_in_one_step() {
    let app = site(&[article("ett", "2020-01-01T12:00:00+01:00", &[])]).await;
    let (id, now) = (id_of(&app, "ett").await, app.state.clock.now_millis());
    for name in ["tva", "tre"] {
        let mut writer = app.state.db.write_content().await.unwrap();
        rename(&mut writer, id, name, now).await.unwrap();
        writer.commit().await.unwrap();
    }
    for old in ["ett", "tva"] {
        let response = app.get(&format!("/inlagg/{old}")).await;
        assert_eq!((response.status.as_u16(), response.header("location")), (301, "/inlagg/tre"), "{old}");
        let fetched = [("accept", "application/json")];
        let response = app.get_with(&format!("/api/site/read?address=/inlagg/{old}"), &fetched).await;
        assert_eq!((response.status.as_u16(), response.header("location")), (200, "/inlagg/tre"), "{old}");
    }
    assert_eq!(app.get("/inlagg/tre").await.status, 200);

    let mut writer = app.state.db.write_content().await.unwrap();
    rename(&mut writer, id, "ett", now).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(app.get("/inlagg/ett").await.status, 200, "it may have its old address again");
    assert_eq!(app.get("/inlagg/tre").await.header("location"), "/inlagg/ett");
}

/// The new slug is made of the title, which must not be known before the text is public.
#[tokio::test]
async fn an_old_address_does_not_redirect_to_a_scheduled_text() {
    let app = site(&[article("ett", "2020-01-01T12:00:00+01:00", &[])]).await;
    let (id, now) = (id_of(&app, "ett").await, app.state.clock.now_millis());
    let mut writer = app.state.db.write_content().await.unwrap();
    rename(&mut writer, id, "hemlig-titel", now).await.unwrap();
    sqlx::query("update posts set published_at = $1 where id = $2")
        .bind(instant("2026-12-08T00:00:00+01:00").as_millisecond())
        .bind(id)
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    let response = app.get("/inlagg/ett").await;
    assert_eq!((response.status.as_u16(), response.header("location")), (410, ""));
    assert!(!response.text().contains("hemlig-titel"));
    app.set_clock("2026-12-08T00:00:00+01:00");
    assert_eq!(app.get("/inlagg/ett").await.header("location"), "/inlagg/hemlig-titel");
}

#[tokio::test]
async fn a_withdrawn_text_is_gone_everywhere_and_says_so() {
    let app = site(&[
        article("ett", "2020-01-01T12:00:00+01:00", &["mod"]),
        article("annat", "2020-01-02T12:00:00+01:00", &["mod"]),
    ])
    .await;
    let (id, now) = (id_of(&app, "ett").await, app.state.clock.now_millis());
    assert_eq!(app.get("/inlagg/ett").await.status, 200);
    let mut writer = app.state.db.write_content().await.unwrap();
    rename(&mut writer, id, "tva", now).await.unwrap();
    withdraw(&mut writer, id, now).await.unwrap();
    writer.commit().await.unwrap();
    for old in ["ett", "tva"] {
        let response = app.get(&format!("/inlagg/{old}")).await;
        assert_eq!(response.status, 410, "{old}");
        assert_eq!(texts(&response, "main h1"), ["Texten är borttagen"]);
        assert!(!response.text().contains("Rubrik ett"), "{old}");
    }
    for address in ["/blogg", "/blogg/2020/01", "/etikett/mod", "/inlagg/annat", "/"] {
        assert!(!app.get(address).await.text().contains("Rubrik ett"), "{address}");
    }
}

#[tokio::test]
async fn a_text_that_was_never_public_leaves_no_trace_at_its_old_address() {
    let app = site(&[article("hemlig", "2026-12-08T00:00:00+01:00", &[])]).await;
    let (id, now) = (id_of(&app, "hemlig").await, app.state.clock.now_millis());
    let mut writer = app.state.db.write_content().await.unwrap();
    rename(&mut writer, id, "nytt-hemligt-namn", now).await.unwrap();
    writer.commit().await.unwrap();
    let never = app.get("/inlagg/finns-inte").await;
    for address in ["/inlagg/hemlig", "/inlagg/nytt-hemligt-namn"] {
        let response = app.get(address).await;
        assert_eq!((response.status, response.header("location")), (never.status, ""), "{address}");
    }
    let mut writer = app.state.db.write_content().await.unwrap();
    withdraw(&mut writer, id, now).await.unwrap();
    writer.commit().await.unwrap();
    app.set_clock("2027-01-01T00:00:00+01:00");
    assert_eq!(app.get("/inlagg/nytt-hemligt-namn").await.status, 404, "it was withdrawn before its time");
}
