//! Previews for staff.

use app::calendar::EditionId;
use app::posts::PostId;
use http::Method;
use scraper::{Html, Selector};

use super::*;
use crate::test_app::TestResponse;

const DAY_7: &str = "2026-12-07T08:00";

async fn look(browser: &mut Browser<'_>, address: &str) -> TestResponse {
    browser.send(Method::GET, address, &[]).await
}

fn of_text(post: PostId, at: &str, page: &str) -> String {
    format!("/admin/forhandsvisning/text/{post}/{at}{page}")
}

fn of_edition(edition: EditionId, at: &str, page: &str) -> String {
    format!("/admin/forhandsvisning/kalender/{edition}/{at}{page}")
}

fn count(response: &TestResponse, selector: &str) -> usize {
    Html::parse_document(response.text()).select(&Selector::parse(selector).unwrap()).count()
}

#[tokio::test]
async fn as_of_a_day_its_door_is_open_and_the_next_is_closed() {
    let app = TestApp::demo(AT).await;
    let [_, mut bo] = with_staff(&app).await;
    let edition: EditionId = sqlx::query_scalar("select id from editions where slug = '2026'")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    let (title, slug, body): (String, String, String) = sqlx::query_as(
        "select title, slug, body_markdown from posts p join doors d on d.post_id = p.id
         where d.edition_id = $1 and d.day = 8",
    )
    .bind(edition)
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let first_words: String = body.split('.').next().unwrap().chars().take(40).collect();

    let whole = look(&mut bo, &of_edition(edition, DAY_7, "")).await;
    assert_eq!(whole.status, 200);
    assert_eq!(count(&whole, "[data-door='7'][data-state=today]"), 1);
    assert_eq!(count(&whole, "[data-door='8'][data-state=locked]"), 1);
    assert!(whole.text().contains("måndag 7\u{a0}december 2026 kl.\u{a0}08.00"), "{}", whole.text());
    for (page, status) in [
        ("/sida/kalender/2026/lucka/7", 200),
        ("/sida/kalender/2026/lucka/8", 403),
        ("/sida/kalender/2026?vy=lista", 200),
        ("/sida", 200),
        ("/sida/blogg", 200),
        ("/sida/blogg/2026/12", 200),
        ("/sida/sok?q=mod", 200),
        (&format!("/sida/inlagg/{slug}"), 404),
    ] {
        let response = look(&mut bo, &of_edition(edition, DAY_7, page)).await;
        assert_eq!(response.status, status, "{page}");
        for secret in [&title, &slug, &first_words] {
            assert!(!response.text().contains(&**secret), "{page} tells {secret}");
        }
    }
    let next_day =
        look(&mut bo, &of_edition(edition, "2026-12-08T00:00", "/sida/kalender/2026/lucka/8")).await;
    assert_eq!((next_day.status.as_u16(), count(&next_day, &format!("[data-post='{slug}']"))), (200, 1));
    assert_eq!(app.get("/kalender/2026/lucka/7").await.status, 403, "for the public it is November");
}

#[tokio::test]
async fn a_draft_edition_is_walked_through_with_its_newest_versions() {
    let app = TestApp::empty(AT).await;
    let [_, mut bo] = with_staff(&app).await;
    let edition = draft_edition(&app).await;
    let (one, _two) =
        (hung(&app, edition, 1, "kanarie-ett").await, hung(&app, edition, 2, "kanarie-tva").await);
    let gone = hung(&app, edition, 3, "kanarie-tre").await;
    save_version(&app, one, 0, &quote_without_text()).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let withdraw = sqlx::query("update posts set state = 'withdrawn' where id = $1").bind(gone);
    withdraw.execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();

    let whole = look(&mut bo, &of_edition(edition, "2026-12-08T08:00", "")).await;
    assert_eq!((whole.status.as_u16(), count(&whole, "[data-door]")), (200, 3));
    let door = "/admin/forhandsvisning/kalender/1/2026-12-08T08:00/sida/kalender/hemlig/lucka/1";
    assert!(whole.text().contains(&format!("href=\"{door}\"")), "{}", whole.text());
    let opened = look(&mut bo, door).await;
    assert!(opened.text().contains("Citatet är inte skrivet än."));
    let second =
        look(&mut bo, &of_edition(edition, "2026-12-08T08:00", "/sida/kalender/hemlig/lucka/2")).await;
    assert!(second.text().contains("kanarie-tva"));
    let third =
        look(&mut bo, &of_edition(edition, "2026-12-10T08:00", "/sida/kalender/hemlig/lucka/3")).await;
    assert!(third.status == 200 && !third.text().contains("kanarie-tre"), "it is withdrawn");
    assert_eq!(app.get("/kalender/hemlig").await.status, 404);
}

#[tokio::test]
async fn everybody_sees_the_newest_words_and_whose_they_are() {
    let app = TestApp::empty(AT).await;
    let [mut anna, mut bo] = with_staff(&app).await;
    let post = draft(&app, PostKind::Article, "kanarie-rad").await;
    // What was put in is the first version, so this is the second.
    save_version(&app, post, 0, &text("Sparad rubrik")).await;
    autosave_text(&app, post, 2, &text("Osparad rubrik")).await;
    for (browser, told) in [(&mut anna, "Dina ändringar är med"), (&mut bo, "Det Anna skrev")] {
        let (words, others) = ("Osparad rubrik", "Sparad rubrik");
        let response = look(browser, &of_text(post, "2026-11-20T08:00", "")).await;
        assert_eq!(response.status, 200);
        assert!(response.text().contains(&format!("{words} brödtext")), "{words}");
        assert!(!response.text().contains(others), "{others}");
        let room = browser.see(&format!("/admin/forhandsvisning/text/{post}")).await;
        assert!(room.texts("h1")[0].contains(words));
        assert!(room.texts(".as-of")[0].contains(told), "{:?}", room.texts(".as-of"));
    }
    assert_eq!(look(&mut bo, &of_text(PostId(4711), DAY_7, "")).await.status, 404);
}

#[tokio::test]
async fn in_a_preview_nothing_can_be_done() {
    let app = TestApp::demo(AT).await;
    let [_, mut bo] = with_staff(&app).await;
    let mut post = text("Med länkar");
    post.body = "[ut](https://exempel.se) [in](/om) [fil](/feed.xml) [ring](tel:112) [fram](/lamna)".into();
    post.sensitive = true;
    let id = draft(&app, PostKind::Article, "kanarie-lank").await;
    save_version(&app, id, 0, &post).await;
    for page in ["", "/sida", "/sida/kalender/2026"] {
        let response = look(&mut bo, &of_text(id, DAY_7, page)).await;
        assert_eq!(response.status, 200, "{page}");
        assert_eq!(
            count(&response, "script, link[rel=manifest], [target], body > aside.preview"),
            1,
            "{page}"
        );
        assert_eq!(count(&response, "meta[name=robots]"), 1);
        assert_eq!(response.header("cache-control"), "private, no-store");
        assert_eq!(response.header("x-robots-tag"), "noindex, nofollow");
        let policy = response.header("content-security-policy");
        for part in [
            "default-src 'none';",
            "form-action 'none'",
            "frame-ancestors 'self'",
            "sandbox allow-same-origin",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("script-src") && !policy.contains("connect-src"), "{policy}");
        let document = Html::parse_document(response.text());
        for link in document.select(&Selector::parse("a[href]").unwrap()) {
            let href = link.attr("href").unwrap();
            let stays = href.starts_with('#') || href.starts_with(&of_text(id, DAY_7, "/sida"));
            assert!(stays, "{page}: {href}");
        }
        for loaded in document.select(&Selector::parse("img[src], link[href]").unwrap()) {
            let at = loaded.attr("src").or(loaded.attr("href")).unwrap();
            assert!(!at.contains("forhandsvisning"), "files stay where they are: {at}");
        }
    }
    let own = look(&mut bo, &of_text(id, DAY_7, "")).await;
    assert_eq!(count(&own, ".leave a[href='#forhandsvisning']"), 1, "seen, but it leads nowhere");
    for elsewhere in ["/sida/admin/konto", "/sida/feed.xml", "/sida/api/staff/me", "/annat"] {
        assert_eq!(look(&mut bo, &of_text(id, DAY_7, elsewhere)).await.status, 404, "{elsewhere}");
    }
    let moved = look(&mut bo, &of_text(id, DAY_7, "/sida/kalender")).await;
    assert_eq!(moved.header("location"), of_text(id, DAY_7, "/sida/kalender/2026"));
    let sent = bo.send(Method::POST, &of_text(id, DAY_7, ""), &[]).await;
    assert_eq!(sent.status, 405);
}

#[tokio::test]
async fn the_preview_page_frames_the_text_and_nothing_else_may_be_framed() {
    let app = TestApp::demo(AT).await;
    let [mut anna, mut bo] = with_staff(&app).await;
    let edition = draft_edition(&app).await;
    let post = hung(&app, edition, 1, "kanarie-lucka").await;
    let room = format!("/admin/forhandsvisning/text/{post}");
    let page = anna.see(&room).await;
    let frame = |page: &crate::browser::Page| page.attributes(".stage iframe", "src")[0].clone();
    assert_eq!(frame(&page), of_text(post, DAY_7, ""), "the moment at which its door opens");
    assert_eq!(page.attributes("iframe", "sandbox"), ["allow-same-origin"]);
    assert!(page.texts(".as-of")[0].contains("Så ser det ut måndag 7\u{a0}december 2026 kl.\u{a0}08.00."));
    assert_eq!(page.attributes("#nar", "value"), [DAY_7]);
    assert_eq!(page.attributes("main p a", "href")[0], format!("/admin/inlagg/{post}"));
    let page = anna.see(&format!("{room}?nar=2026-12-06T10%3A00&bredd=telefon&visa=lucka")).await;
    assert_eq!(frame(&page), of_text(post, "2026-12-06T10:00", "/sida/kalender/hemlig/lucka/1"));
    assert!(page.texts(".as-of")[0].contains("Då är luckan stängd"));
    assert_eq!(page.attributes(".stage", "data-width"), ["telefon"]);
    let page = anna.see(&format!("{room}?nar=%3Cb%3Esnart")).await;
    assert!(page.says("Tiden går inte att läsa.") && page.texts("title")[0].starts_with("Fel: "));
    assert_eq!(frame(&page), of_text(post, DAY_7, ""));
    let page = bo.see(&format!("/admin/forhandsvisning/kalender/{edition}")).await;
    assert_eq!(page.texts(".moments li").len(), 4, "now and each of three days");
    assert!(page.texts("h2").is_empty(), "who only looks has nothing to share");
    for (address, may) in [(&*room, true), ("/admin", true), ("/", false)] {
        let response = anna.send(Method::GET, address, &[]).await;
        assert_eq!(response.header("content-security-policy").contains("frame-src 'self'"), may, "{address}");
        assert!(response.header("content-security-policy").contains("frame-ancestors 'none'"), "{address}");
    }
    let nothing = anna.send(Method::GET, "/admin/forhandsvisning/text/4711", &[]).await;
    assert_eq!(nothing.status, 404);
}

#[tokio::test]
async fn a_preview_changes_nothing_and_leaves_nothing_even_when_it_fails() {
    let app = TestApp::demo(AT).await;
    let [_, mut bo] = with_staff(&app).await;
    let edition = draft_edition(&app).await;
    let post = hung(&app, edition, 1, "kanarie-lucka").await;
    save_version(&app, post, 0, &text("Ny rubrik")).await;
    let addresses = [
        (of_text(post, DAY_7, ""), 200),
        (of_edition(edition, DAY_7, ""), 200),
        (of_text(post, DAY_7, "/sida/finns/inte"), 404),
        (of_edition(EditionId(4711), DAY_7, ""), 404),
    ];
    look(&mut bo, &addresses[0].0).await;
    open_all_readers(&app).await;
    let folder = app.state.media_folder.parent().unwrap().to_owned();
    let files = || std::fs::read_dir(&folder).unwrap().count();
    let before = (bytes(&app).await, app.state.db.generation(), files(), connections());
    for (address, status) in &addresses {
        assert_eq!(look(&mut bo, address).await.status, *status, "{address}");
    }
    assert_connections_closed(before.3).await;
    assert!(before.0 == bytes(&app).await, "not one byte has changed");
    assert_eq!((before.1, before.2), (app.state.db.generation(), files()));
    assert_eq!(app.get("/inlagg/kanarie-lucka").await.status, 404);
    assert_eq!(app.get("/kalender/hemlig").await.status, 404);

    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("drop table menu_items").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(look(&mut bo, &of_text(post, DAY_7, "")).await.status, 500, "no page without a menu");
    assert_connections_closed(before.3).await;
}

/// Asserts that the copies' connections are closed soon after the response: the thread of each ends by itself.
async fn assert_connections_closed(before: usize) {
    for _ in 0..500 {
        if connections() > before {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }
    assert!(connections() <= before, "{} connections, and {before} before", connections());
}

#[tokio::test]
async fn concurrent_previews_are_isolated() {
    let app = TestApp::empty(AT).await;
    let [mut anna, mut bo] = with_staff(&app).await;
    let names = ["kanarie-ett", "kanarie-tva"];
    let [one, other] =
        [draft(&app, PostKind::Article, names[0]).await, draft(&app, PostKind::Article, names[1]).await];
    for _ in 0..5 {
        let (ones, others) = (of_text(one, DAY_7, "/sida/blogg"), of_text(other, DAY_7, "/sida/blogg"));
        let (ones, others, public) =
            tokio::join!(look(&mut anna, &ones), look(&mut bo, &others), app.get("/blogg"));
        for (response, seen) in [(ones, [true, false]), (others, [false, true]), (public, [false, false])] {
            assert_eq!(names.map(|name| response.text().contains(name)), seen);
        }
    }
}
