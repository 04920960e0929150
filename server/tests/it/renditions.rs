//! Texts in plain words and in other languages: readers have each as long as they have its original, and find it by its own words.

use app::calendar::EditionId;
use app::paths;
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, NewRendition, add_post, add_rendition, rename, withdraw};
use app::posts::{Language, PostContent, PostId, PostKind, RenditionKind};
use app::staff::Role;
use app::time::UnixMillis;
use http::Method;
use scraper::Html;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-05T08:00+01:00";
const TITLE: &str = "خطوات صغيرة";
/// The same words with vowel signs and a wide letter.
const BODY: &str = "لَمْ أَكُـــنْ وَحِيدًا فِي الطَّرِيق.";

fn arabic() -> RenditionKind {
    RenditionKind::Translation(Language::parse("ar"))
}

async fn write<T>(app: &TestApp, change: impl AsyncFnOnce(&mut app::db::WriteTransaction) -> T) -> T {
    let mut tx = app.state.db.write_content().await.unwrap();
    let done = change(&mut tx).await;
    tx.commit().await.unwrap();
    done
}

/// Changes what the database says of a text.
async fn change(app: &TestApp, sql: &'static str, post: PostId) {
    write(app, async |tx| _ = sqlx::query(sql).bind(post).execute(&mut **tx).await.unwrap()).await;
}

/// Adds a public text in Swedish.
async fn text(app: &TestApp, kind: PostKind, slug: &str) -> PostId {
    let now = app.state.clock.now_millis();
    let post = NewPost {
        published: true,
        published_at: (kind != PostKind::Guldkorn).then_some(now),
        ..NewPost::draft(kind, slug, format!("Text om {slug}")).with_content(|content| {
            content.body = "En text för alla.".into();
        })
    };
    write(app, async |tx| add_post(tx, &post, UnixMillis(0)).await.unwrap()).await
}

/// Gives a text a rendition that is published.
async fn tell(app: &TestApp, original: PostId, told: RenditionKind) -> PostId {
    let (title, body) = match told {
        RenditionKind::EasyRead => ("Lättare om det", "Det här är lättare.\nKanariefågeln sjunger."),
        RenditionKind::Translation(_) => (TITLE, BODY),
    };
    let content = PostContent { title: title.into(), body: body.into(), ..PostContent::default() };
    let rendition = NewRendition { original, told, content, published_at: Some(UnixMillis(1)) };
    write(app, async |tx| add_rendition(tx, &rendition, UnixMillis(0)).await.unwrap()).await
}

async fn see(app: &TestApp, path: &str) -> Page {
    let response = app.get(path).await;
    assert_eq!(response.status, 200, "{path}");
    Page(Html::parse_document(response.text()))
}

async fn status(app: &TestApp, path: &str) -> u16 {
    app.get(path).await.status.as_u16()
}

#[tokio::test]
async fn each_leads_to_the_others_and_says_its_language() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Article, "artikel").await;
    assert!(see(&app, "/inlagg/artikel").await.texts(".renditions").is_empty(), "nothing to lead to");
    assert_eq!(status(&app, "/inlagg/artikel/lattlast").await, 404);
    tell(&app, post, RenditionKind::EasyRead).await;
    tell(&app, post, arabic()).await;

    let all = ["/inlagg/artikel", "/inlagg/artikel/lattlast", "/inlagg/artikel/ar"];
    for (path, current) in all.iter().zip(["Svenska", "Lättläst", "العربية"]) {
        let page = see(&app, path).await;
        assert_eq!(page.texts(".renditions [aria-current]"), [current], "{path}");
        let others: Vec<_> = all.iter().filter(|other| *other != path).collect();
        assert_eq!(page.attributes(".renditions a", "href").iter().collect::<Vec<_>>(), others, "{path}");
        let canonical = page.attributes("link[rel=canonical]", "href");
        assert!(canonical[0].ends_with(path), "{canonical:?}");
    }
    let page = see(&app, "/inlagg/artikel").await;
    assert_eq!(page.attributes(".renditions a", "hreflang"), ["sv", "ar"]);
    assert_eq!(page.attributes(".renditions a", "dir"), ["ltr", "rtl"]);

    for path in ["/inlagg/artikel", "/inlagg/artikel/ar"] {
        let page = see(&app, path).await;
        let alternates = "link[rel=alternate][hreflang]";
        assert_eq!(page.attributes(alternates, "hreflang"), ["sv", "ar", "x-default"], "{path}");
        let paths: Vec<_> = page
            .attributes(alternates, "href")
            .iter()
            .map(|href| href.replace("http://127.0.0.1:3000", ""))
            .collect();
        assert_eq!(paths, ["/inlagg/artikel", "/inlagg/artikel/ar", "/inlagg/artikel"], "{path}");
    }
    let easy = see(&app, "/inlagg/artikel/lattlast").await;
    assert!(easy.attributes("link[hreflang]", "href").is_empty(), "it is no other language");
    let page = see(&app, "/inlagg/artikel/ar").await;
    assert_eq!(
        (page.attributes("h1", "lang"), page.attributes("h1", "dir")),
        (vec!["ar".into()], vec!["rtl".into()])
    );
    assert_eq!(page.attributes(".prose", "dir"), ["rtl"]);
    assert!(page.texts("script[type='application/ld+json']")[0].contains(r#""inLanguage":"ar""#));
}

#[tokio::test]
async fn they_are_at_their_originals_address_whatever_that_is() {
    let app = TestApp::demo(AT).await;
    for (kind, slug, base) in [
        (PostKind::Article, "artikel", "/inlagg/artikel"),
        (PostKind::Voice, "rost", "/roster/rost"),
        (PostKind::Page, "sida", "/sida"),
    ] {
        let post = text(&app, kind, slug).await;
        tell(&app, post, RenditionKind::EasyRead).await;
        let easy = see(&app, &format!("{base}/lattlast")).await;
        assert_eq!(easy.texts("h1"), ["Lättare om det"], "{base}");
        assert!(
            see(&app, base).await.attributes(".renditions a", "href").contains(&format!("{base}/lattlast"))
        );
        for nothing in
            [format!("{base}/en"), format!("{base}/sv"), format!("{base}/lattlast/ar"), format!("{base}/xx")]
        {
            assert_eq!(status(&app, &nothing).await, 404, "{nothing}");
        }
    }
    for elsewhere in
        ["/inlagg/rost/lattlast", "/roster/artikel/lattlast", "/artikel/lattlast", "/sok/lattlast"]
    {
        assert_eq!(status(&app, elsewhere).await, 404, "{elsewhere}");
    }
    let slugs: Vec<String> = sqlx::query_scalar("select slug from posts where kind = 'rendition'")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    for slug in slugs {
        assert_eq!(status(&app, &format!("/inlagg/{slug}")).await, 404, "its own slug is no address");
    }
}

#[tokio::test]
async fn they_move_and_go_with_their_original() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Article, "artikel").await;
    let easy = tell(&app, post, RenditionKind::EasyRead).await;
    let now = app.state.clock.now_millis();
    write(&app, async |tx| rename(tx, post, "nytt-namn", now).await.unwrap()).await;
    let moved = app.get("/inlagg/artikel/lattlast").await;
    assert_eq!((moved.status.as_u16(), moved.header("location")), (301, "/inlagg/nytt-namn/lattlast"));
    assert_eq!(status(&app, "/inlagg/nytt-namn/lattlast").await, 200);
    assert_eq!(status(&app, "/inlagg/artikel/ar").await, 404, "there is none");

    for (sql, expected) in [
        ("update posts set state = 'draft' where id = $1", 404),
        ("update posts set state = 'withdrawn' where id = $1", 404),
        ("update posts set state = 'published' where id = $1", 200),
    ] {
        change(&app, sql, easy).await;
        assert_eq!(status(&app, "/inlagg/nytt-namn/lattlast").await, expected);
        assert_eq!(status(&app, "/inlagg/nytt-namn").await, 200);
    }
    write(&app, async |tx| withdraw(tx, post, now).await.unwrap()).await;
    for gone in ["/inlagg/nytt-namn", "/inlagg/nytt-namn/lattlast", "/inlagg/artikel/lattlast"] {
        assert_eq!(status(&app, gone).await, 410, "{gone}");
    }
    change(&app, "update posts set state = 'published' where id = $1", post).await;
    assert_eq!(status(&app, "/inlagg/nytt-namn/lattlast").await, 200, "they come back together");
}

#[tokio::test]
async fn consent_to_the_original_is_consent_to_all_of_them() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Voice, "rost").await;
    tell(&app, post, RenditionKind::EasyRead).await;
    assert_eq!(status(&app, "/roster/rost/lattlast").await, 200);
    change(&app, "insert into consents (post_id, state, changed_at) values ($1, 'asked', 1)", post).await;
    assert!(status(&app, "/roster/rost").await >= 404 && status(&app, "/roster/rost/lattlast").await >= 404);
    assert!(!app.get(&paths::search("kanariefågeln", 1)).await.text().contains("Lättare om det"));
}

#[tokio::test]
async fn behind_a_closed_door_there_is_nothing_in_any_language() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Guldkorn, "pa-lucka").await;
    write(&app, async |tx| {
        let edition: EditionId = sqlx::query_scalar("select id from editions where slug = '2026'")
            .fetch_one(&mut **tx)
            .await
            .unwrap();
        sqlx::query("update doors set post_id = null where day = 7").execute(&mut **tx).await.unwrap();
        hang(tx, edition, 7, post).await.unwrap();
    })
    .await;
    tell(&app, post, RenditionKind::EasyRead).await;
    tell(&app, post, arabic()).await;
    let hidden =
        ["/inlagg/pa-lucka/lattlast", "/inlagg/pa-lucka/ar", "/inlagg/pa-lucka", "/inlagg/pa-lucka/en"];
    for path in hidden {
        assert_eq!(status(&app, path).await, 404, "{path}");
    }
    let search = paths::search("kanariefågeln", 1);
    let places = ["/kalender/2026/lucka/7", &search, "/sitemap.xml", "/feed.xml", "/blogg", "/"];
    for place in places {
        let response = app.get(place).await;
        assert!(
            !response.text().contains("pa-lucka") && !response.text().contains("Lättare om det"),
            "{place}"
        );
    }
    app.set_clock("2026-12-07T12:00+01:00");
    for path in &hidden[..3] {
        assert_eq!(status(&app, path).await, 200, "{path}");
    }
    let door = see(&app, "/kalender/2026/lucka/7").await;
    assert_eq!(
        door.attributes(".renditions a", "href"),
        ["/inlagg/pa-lucka/lattlast", "/inlagg/pa-lucka/ar"]
    );
}

#[tokio::test]
async fn they_are_found_by_their_own_words_and_are_in_no_list() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Article, "artikel").await;
    tell(&app, post, RenditionKind::EasyRead).await;
    tell(&app, post, arabic()).await;
    // With and without vowel signs and wide letters.
    for words in ["وحيدا", "وَحِيدًا", "أكن", "أَكُـــنْ", "خطوات", "خُطُوات صغيرة"]
    {
        let found = see(&app, &paths::search(words, 1)).await;
        assert!(found.attributes(".hit a", "href").contains(&"/inlagg/artikel/ar".to_owned()), "{words}");
        assert!(found.texts(".hit .meta").iter().any(|meta| meta.contains("Arabiska")), "{words}");
    }
    let found = see(&app, &paths::search("kanariefågeln", 1)).await;
    assert_eq!(found.attributes(".hit a", "href"), ["/inlagg/artikel/lattlast"]);
    assert!(found.texts(".hit .meta")[0].contains("Lättläst"));

    for list in ["/blogg", "/blogg/2026/12", "/feed.xml", "/rss.xml", "/feed.json", "/", "/roster"] {
        let response = app.get(list).await;
        assert!(!response.text().contains("Lättare om det") && !response.text().contains(TITLE), "{list}");
    }
    let sitemap = app.get("/sitemap.xml").await;
    let sitemap = sitemap.text().to_owned();
    let address = "http://127.0.0.1:3000/inlagg/artikel";
    assert!(sitemap.contains(&format!("<loc>{address}/lattlast</loc>")), "{sitemap}");
    let link = |tag: &str, step: &str| {
        format!(r#"<xhtml:link rel="alternate" hreflang="{tag}" href="{address}{step}"/>"#)
    };
    assert_eq!(sitemap.matches(&link("ar", "/ar")).count(), 2, "{sitemap}");
    assert_eq!(sitemap.matches(&link("sv", "")).count(), 2, "at both");
}

#[tokio::test]
async fn a_sensitive_original_is_sensitive_in_every_language() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Article, "artikel").await;
    tell(&app, post, RenditionKind::EasyRead).await;
    change(&app, "update posts set sensitive = 1 where id = $1", post).await;
    let page = see(&app, "/inlagg/artikel/lattlast").await;
    assert!(!page.texts("title")[0].contains("Lättare om det"), "a neutral title");
    assert!(!page.texts(".help").is_empty() || !page.texts("[class*=help]").is_empty(), "help numbers");
    assert!(!app.get("/sitemap.xml").await.text().contains("/inlagg/artikel"));
}

#[tokio::test]
async fn around_an_english_text_the_words_are_english() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Article, "artikel").await;
    tell(&app, post, RenditionKind::Translation(Language::parse("en"))).await;
    tell(&app, post, arabic()).await;
    change(&app, "update posts set sensitive = 1 where id = $1", post).await;
    for (path, heading, label, lang) in [
        (
            "/inlagg/artikel/en",
            "Do you want to talk to somebody?",
            "This text in other ways",
            vec!["en".to_owned()],
        ),
        ("/inlagg/artikel/ar", "Vill du prata med någon?", "Texten på andra sätt", vec![]),
        ("/inlagg/artikel", "Vill du prata med någon?", "Texten på andra sätt", vec![]),
    ] {
        let page = see(&app, path).await;
        assert_eq!(page.texts("#hjalp"), [heading], "{path}");
        assert_eq!(page.attributes("#hjalp", "lang"), lang, "{path}");
        assert_eq!(page.attributes(".renditions", "aria-label"), [label], "{path}");
        assert_eq!(page.attributes("html", "lang"), ["sv"], "the rest of the page is in Swedish");
    }
}

/// Sends the form of an editor with some fields, and returns where it leads.
async fn press(browser: &mut Browser<'_>, id: PostId, action: &str, typed: &[(&str, &str)]) -> String {
    let page = browser.see(&format!("/admin/inlagg/{id}")).await;
    let hidden = |name: &str| page.attributes(&format!("#text > input[name={name}]"), "value").remove(0);
    let (id, base, draft) = (id.to_string(), hidden("base_revision"), hidden("draft_version"));
    let mut form =
        vec![("id", &*id), ("base_revision", &*base), ("draft_version", &*draft), ("action", action)];
    form.extend_from_slice(typed);
    let response = browser.send(Method::POST, "/api/text/submit", &form).await;
    response.header("location").to_owned()
}

fn id_of(location: &str) -> PostId {
    location.strip_prefix("/admin/inlagg/").and_then(|id| id.parse().ok()).expect("an editor")
}

#[tokio::test]
async fn staff_write_one_beside_the_original_and_are_told_when_that_has_changed() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let begun = anna.send(Method::POST, "/api/text/begin", &[("kind", "article")]).await;
    let original = id_of(begun.header("location"));
    let words = [("title", "Första rubriken"), ("body", "Ett original på tre ord."), ("language", "sv")];
    press(&mut anna, original, "save", &words).await;

    let easy = id_of(&press(&mut anna, original, "add_easy_read", &words).await);
    assert_ne!(easy, original);
    let again = id_of(&press(&mut anna, original, "add_easy_read", &words).await);
    assert_eq!(again, easy, "there is one");
    let editor = anna.see(&format!("/admin/inlagg/{easy}")).await;
    assert!(editor.texts(".original")[0].contains("Ett original på tre ord."), "beside it");
    assert!(editor.attributes("#tags", "id").is_empty() && editor.attributes("#slug", "id").is_empty());

    let own = [("title", "Lätt"), ("body", "Tre lätta ord."), ("language", "sv")];
    press(&mut anna, easy, "publish", &own).await;
    let refused = anna.see(&format!("/admin/inlagg/{easy}")).await;
    assert!(refused.says("Publicera originalet först"), "{:?}", refused.texts(".notice"));
    press(&mut anna, original, "publish", &words).await;
    press(&mut anna, easy, "publish", &own).await;
    let slug: String = sqlx::query_scalar("select slug from posts where id = $1")
        .bind(original)
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(status(&app, &format!("/inlagg/{slug}/lattlast")).await, 200);
    let side = anna.see(&format!("/admin/inlagg/{original}")).await;
    let listed = || side.texts("section[aria-labelledby=lattlast] li");
    assert!(listed()[0].contains("finns") && !listed()[0].contains("har ändrats"), "{:?}", listed());

    let changed = [("title", "Första rubriken"), ("body", "Ett original på fyra ord."), ("language", "sv")];
    press(&mut anna, original, "publish", &changed).await;
    let side = anna.see(&format!("/admin/inlagg/{original}")).await;
    assert!(side.texts("section[aria-labelledby=lattlast] li")[0].contains("Originalet har ändrats"));
    let editor = anna.see(&format!("/admin/inlagg/{easy}")).await;
    assert!(editor.says("Originalet har ändrats"));
    assert!(
        editor.texts(".notice del")[0].contains("tre") && editor.texts(".notice ins")[0].contains("fyra")
    );
    press(&mut anna, easy, "mark_seen", &own).await;
    assert!(!anna.see(&format!("/admin/inlagg/{easy}")).await.says("Originalet har ändrats"));

    let english = id_of(
        &press(
            &mut anna,
            original,
            "add_translation",
            &[changed[0], changed[1], changed[2], ("translation", "en")],
        )
        .await,
    );
    let editor = anna.see(&format!("/admin/inlagg/{english}")).await;
    assert_eq!(editor.attributes("#body", "lang"), ["en"]);
    for (kind, typed) in [
        (original, ("translation", "sv")),
        (original, ("translation", "xx")),
        (english, ("translation", "ar")),
    ] {
        let back = press(&mut anna, kind, "add_translation", &[changed[0], changed[1], typed]).await;
        assert_eq!(id_of(&back), kind, "refused: {typed:?}");
    }
}

#[tokio::test]
async fn a_preview_shows_one_though_its_original_is_a_draft() {
    let app = TestApp::demo(AT).await;
    let post = text(&app, PostKind::Article, "artikel").await;
    let easy = tell(&app, post, RenditionKind::EasyRead).await;
    change(&app, "update posts set state = 'draft' where id = $1", post).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let links = async || -> i64 {
        sqlx::query_scalar("select count(*) from review_links")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap()
    };
    let add = "insert into review_links (token_hash, post_id, staff_id, created_at, expires_at)
                   select randomblob(32), $1, min(id), 1, 9e15 from staff";
    change(&app, add, easy).await;
    let preview = anna.see(&format!("/admin/forhandsvisning/text/{easy}")).await;
    let frame = preview.attributes("iframe", "src").remove(0);
    let shown = anna.send(Method::GET, &frame, &[]).await;
    assert!(shown.status == 200 && shown.text().contains("Kanariefågeln"), "{} {frame}", shown.status);
    assert_eq!(links().await, 1);
    write(&app, async |tx| withdraw(tx, post, UnixMillis(2)).await.unwrap()).await;
    assert_eq!(links().await, 0, "what was taken back is taken back in every language");
}
