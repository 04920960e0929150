//! A text that tells of somebody is public only while that person's consent stands.

use app::consent::KEY_FILE;
use app::staff::Role;
use app::time::UnixMillis;
use http::Method;
use scraper::{Html, Selector};

use crate::browser::{Browser, Page};
use crate::test_app::{TestApp, instant};

const AT: &str = "2026-12-20T12:00:00+01:00";
/// The last millisecond of the last day.
const LAST: &str = "2026-12-20T23:59:59.999+01:00";
const END: &str = "2026-12-21T00:00:00+01:00";
const WHO: &str = "Hemliga Namnsdotter, 070-000 00 00";

/// A public text of the demo site.
struct Text {
    id: i64,
    title: String,
    path: String,
}

async fn run(app: &TestApp, sql: &'static str, post: i64, ends_at: Option<UnixMillis>) {
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query(sql).bind(post).bind(ends_at).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

async fn consent(app: &TestApp, post: i64, ends_at: Option<&str>) {
    let give = "insert into consents (post_id, state, on_site, given_how, given_on, ends_at, changed_at)
                values ($1, 'given', 1, 'paper', '2026-12-01', $2, 1)";
    run(app, give, post, ends_at.map(|at| instant(at).into())).await;
}

/// One text of each kind, the guldkorn on the door of the 7th.
async fn texts(app: &TestApp) -> Vec<Text> {
    let rows: Vec<(i64, String, String, String)> = sqlx::query_as(
        "select p.id, p.kind, p.slug, p.title from posts p
         where p.id = (select post_id from doors d join editions e on e.id = d.edition_id where e.slug = '2026' and d.day = 7)
            or p.id = (select max(id) from posts where kind = 'voice')
            or p.id = (select id from posts where kind = 'article' and public_from < 1796000000000
                       order by public_from desc limit 1)",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    assert_eq!(rows.len(), 3);
    let path = |kind: &str, slug: &str| {
        if kind == "voice" { app::paths::voice(slug) } else { app::paths::post(slug) }
    };
    rows.into_iter().map(|(id, kind, slug, title)| Text { id, title, path: path(&kind, &slug) }).collect()
}

fn main_text(page: &str) -> String {
    let page = Html::parse_document(page);
    page.select(&Selector::parse("main").unwrap()).flat_map(|main| main.text().collect::<Vec<_>>()).collect()
}

const LISTS: [&str; 10] = [
    "/",
    "/blogg",
    "/blogg/2026/12",
    "/kalender/2026",
    "/kalender/2026/las",
    "/kalender/2026/lucka/7",
    "/roster",
    "/feed.xml",
    "/feed.json",
    "/sitemap.xml",
];

#[tokio::test]
async fn a_story_ends_everywhere_at_the_second_at_which_its_consent_ends() {
    let app = TestApp::demo(AT).await;
    let texts = texts(&app).await;
    for text in &texts {
        consent(&app, text.id, Some(END)).await;
    }
    for (at, is_public) in [(AT, true), (LAST, true), (END, false), (LAST, true), (END, false)] {
        app.set_clock(at);
        for Text { title, path, .. } in &texts {
            for _ in 0..2 {
                let page = app.get(path).await;
                assert_eq!(page.status, if is_public { 200 } else { 410 }, "{path} {at}");
                assert_eq!(page.text().contains(title.as_str()), is_public, "{path} {at}");
            }
            let mut shown = 0;
            for list in LISTS {
                let page = app.get(list).await;
                assert_eq!(page.status, 200, "{list}");
                let says = [title.as_str(), path.as_str()].iter().any(|word| page.text().contains(word));
                assert!(is_public || !says, "{list} still knows {path}");
                shown += usize::from(says);
            }
            assert!(!is_public || shown > 0, "{path} is in no list");
            let found = app.get(&format!("/sok?q={}", title.split_whitespace().next().unwrap())).await;
            assert!(is_public || !found.text().contains(path.as_str()), "search finds {path}");
        }
    }
}

#[tokio::test]
async fn a_door_without_consent_is_that_of_a_withdrawn_text() {
    let app = TestApp::demo(AT).await;
    let text = texts(&app).await.into_iter().find(|text| text.path.starts_with("/inlagg")).unwrap();
    let door: i64 = sqlx::query_scalar(
        "select p.id from doors d join posts p on p.id = d.post_id join editions e on e.id = d.edition_id
         where e.slug = '2026' and d.day = 7",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    consent(&app, door, Some(AT)).await;
    let ended = main_text(app.get("/kalender/2026/lucka/7").await.text());
    run(&app, "delete from consents where post_id = $1 and $2 is null", door, None).await;
    run(&app, "update posts set state = 'withdrawn' where id = $1 and $2 is null", door, None).await;
    let withdrawn = main_text(app.get("/kalender/2026/lucka/7").await.text());
    assert!(!ended.is_empty() && !ended.contains(&text.title));
    assert_eq!(ended, withdrawn);
}

#[tokio::test]
async fn no_page_may_be_cached_beyond_the_end_of_a_consent() {
    let app = TestApp::demo(AT).await;
    let text = texts(&app).await.remove(0);
    // Not at midnight, where every page ends anyway.
    consent(&app, text.id, Some("2026-12-20T15:00:00+01:00")).await;
    for (at, lifetime) in [
        ("2026-12-20T14:00:00+01:00", "public, max-age=60"),
        ("2026-12-20T14:59:30+01:00", "public, max-age=30"),
        ("2026-12-20T14:59:59.001+01:00", "no-cache"),
    ] {
        app.set_clock(at);
        for address in ["/", &text.path] {
            assert_eq!(app.get(address).await.header("cache-control"), lifetime, "{address} {at}");
        }
    }
}

#[tokio::test]
async fn a_picture_is_gone_with_the_consent_to_the_only_text_that_shows_it() {
    let app = TestApp::demo(AT).await;
    let posts: Vec<(String, i64)> = sqlx::query_as(
        "select '/media/' || v.picture_id || '/' || v.name, u.post_id from post_pictures u
         join picture_variants v on v.picture_id = u.picture_id
         where v.picture_id = (select u.picture_id from post_pictures u join posts p on p.id = u.post_id
                               where p.kind = 'article' and p.public_from < 1796000000000
                                   and u.picture_id not in (select picture_id from scene_pictures)
                               order by p.public_from limit 1)
             and v.name = (select min(name) from picture_variants where picture_id = v.picture_id)",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    let file = posts[0].0.clone();
    for (_, post) in posts {
        consent(&app, post, Some("2026-12-20T15:00:00+01:00")).await;
    }
    for (at, status, lifetime) in [
        (AT, 200, "public, max-age=60"),
        ("2026-12-20T14:58:59.999+01:00", 200, "public, max-age=60"),
        ("2026-12-20T14:59:00+01:00", 200, "no-cache"),
        ("2026-12-20T14:59:59.999+01:00", 200, "no-cache"),
        ("2026-12-20T15:00:00+01:00", 404, "no-store"),
    ] {
        app.set_clock(at);
        for _ in 0..2 {
            let response = app.get(&file).await;
            assert_eq!(
                (response.status.as_u16(), response.header("cache-control")),
                (status, lifetime),
                "{at}"
            );
        }
    }
}

/// What a form says of a consent that was given.
const GIVEN: [(&str, &str); 7] = [
    ("state", "given"),
    ("who", WHO),
    ("shown_as", "deltagare, 28 år"),
    ("on_site", "ja"),
    ("given_how", "paper"),
    ("given_on", "2026-12-01"),
    ("notes", "Ring helst efter lunch."),
];

async fn save(browser: &mut Browser<'_>, post: i64, fields: &[(&str, &str)]) -> Page {
    let back = format!("/admin/inlagg/{post}/samtycke");
    let page = browser.see(&back).await;
    let seen = page.attributes("input[name=seen]", "value").remove(0);
    let id = post.to_string();
    let form: Vec<_> = [("post", &*id), ("seen", &*seen)].into_iter().chain(fields.iter().copied()).collect();
    browser.form("consent/save", &form, &back).await
}

#[tokio::test]
async fn an_editor_writes_consent_down_and_takes_it_back() {
    let app = TestApp::demo(AT).await;
    let Text { id, path, title } = texts(&app).await.remove(0);
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let list = eva.see("/admin/samtycken").await;
    assert_eq!(list.texts(".empty").len(), 1, "nothing is marked");

    let page = save(&mut eva, id, &[("state", "asked"), ("who", WHO)]).await;
    assert!(page.says("Läsarna ser inte texten förrän samtycket gäller."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get(&path).await.status, 410, "gone at once");

    let page = save(&mut eva, id, &GIVEN).await;
    assert!(page.says("Samtycket är sparat."));
    assert_eq!(page.texts("textarea[name=who]")[0].trim(), WHO);
    assert_eq!(app.get(&path).await.status, 200, "it comes back");
    let list = eva.see("/admin/samtycken?lage=givet").await;
    assert!(list.texts(".entries li")[0].contains(&title) && list.texts(".entries li")[0].contains(WHO));
    assert_eq!(eva.see("/admin/samtycken?lage=atertaget").await.texts(".entries li").len(), 0);
    let editor = eva.see(&format!("/admin/inlagg/{id}")).await;
    assert!(editor.texts("section").iter().any(|section| section.contains("Givet. Gäller tills vidare.")));

    let post = id.to_string();
    let back = format!("/admin/inlagg/{id}/samtycke");
    let page = eva.form("consent/act", &[("post", &post), ("act", "withdraw")], &back).await;
    assert!(page.says("Samtycket är återtaget."));
    assert_eq!(app.get(&path).await.status, 410);
    let page = eva.form("consent/act", &[("post", &post), ("act", "unmark")], &back).await;
    assert!(page.says("kan inte tas bort"), "the person's answer stays: {:?}", page.texts(".notice"));

    let log: Vec<(String, String)> =
        sqlx::query_as("select action, about from audit_log where post_id = $1 order by id")
            .bind(id)
            .fetch_all(app.state.db.reader())
            .await
            .unwrap();
    let actions: Vec<_> = log.iter().map(|(action, _)| action.as_str()).collect();
    assert_eq!(actions, ["consent_changed", "consent_changed", "withdrawn", "consent_withdrawn"]);
    assert!(log.iter().all(|(_, about)| about.is_empty()), "without the person");
}

#[tokio::test]
async fn who_it_is_is_for_editors_and_nowhere_in_the_clear() {
    let app = TestApp::demo(AT).await;
    let Text { id, .. } = texts(&app).await.remove(0);
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    // A form that is refused waits in the database, too.
    let without_day: Vec<_> = GIVEN.into_iter().filter(|(name, _)| *name != "given_on").collect();
    let post = id.to_string();
    let form: Vec<_> = [("post", &*post), ("seen", "0")].into_iter().chain(without_day).collect();
    eva.send(Method::POST, "/api/consent/save", &form).await;
    let data = app.state.media_folder.parent().unwrap().to_owned();
    let check = |when: &str| {
        for file in ["guldkorn.db", "guldkorn.db-wal"] {
            let bytes = std::fs::read(data.join(file)).unwrap_or_default();
            for secret in ["Namnsdotter", "efter lunch"] {
                let is_there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!is_there, "{secret} in {file} {when}");
            }
        }
    };
    check("after a refusal");
    let page = eva.see(&format!("/admin/inlagg/{id}/samtycke")).await;
    assert_eq!(page.texts("#given_on-error").len(), 1);
    assert_eq!(page.texts("textarea[name=who]")[0].trim(), WHO, "what was typed is kept");
    save(&mut eva, id, &GIVEN).await;
    check("after saving");

    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    for address in ["/admin/samtycken".to_owned(), format!("/admin/inlagg/{id}/samtycke")] {
        let page = bo.send(Method::GET, &address, &[]).await;
        assert_eq!(page.status, 200, "{address}");
        assert!(page.text().contains("Givet") && !page.text().contains("Namnsdotter"), "{address}");
    }

    // A restored site without its key hides nothing and shows nothing more: only who it is cannot be read.
    std::fs::rename(data.join(KEY_FILE), data.join("annanstans")).unwrap();
    let page = eva.see(&format!("/admin/inlagg/{id}/samtycke")).await;
    assert!(page.texts(".missing").iter().any(|words| words.contains("nyckeln saknas")));
    let kept: Vec<_> =
        GIVEN.into_iter().filter(|(name, _)| !["who", "shown_as", "notes"].contains(name)).collect();
    assert!(save(&mut eva, id, &kept).await.says("Samtycket är sparat."));
    std::fs::rename(data.join("annanstans"), data.join(KEY_FILE)).unwrap();
    let page = eva.see(&format!("/admin/inlagg/{id}/samtycke")).await;
    assert_eq!(page.texts("textarea[name=who]")[0].trim(), WHO, "it stays as it was");
}

#[tokio::test]
async fn two_who_change_an_entry_are_told() {
    let app = TestApp::demo(AT).await;
    let Text { id, .. } = texts(&app).await.remove(0);
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    save(&mut eva, id, &[("state", "asked")]).await;
    let post = id.to_string();
    let back = format!("/admin/inlagg/{id}/samtycke");
    let form: Vec<_> = [("post", &*post), ("seen", "0")].into_iter().chain(GIVEN).collect();
    let page = eva.form("consent/save", &form, &back).await;
    assert!(page.says("Någon annan har ändrat samtycket"));
    assert_eq!(page.texts("textarea[name=who]")[0].trim(), WHO);
}

#[tokio::test]
async fn a_story_is_not_published_without_consent() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let begun = eva.send(Method::POST, "/api/text/begin", &[("kind", "article")]).await;
    let editor = begun.header("location").to_owned();
    let id: i64 = editor.rsplit('/').next().unwrap().parse().unwrap();
    let publish = async |eva: &mut Browser<'_>| {
        let page = eva.see(&editor).await;
        let hidden = |name: &str| page.attributes(&format!("#text > input[name={name}]"), "value").remove(0);
        let (base, draft, post) = (hidden("base_revision"), hidden("draft_version"), id.to_string());
        let form = [
            ("id", &*post),
            ("base_revision", &*base),
            ("draft_version", &*draft),
            ("action", "publish"),
            ("title", "En berättelse"),
            ("body", "Den dagen vände det."),
        ];
        eva.send(Method::POST, "/api/text/submit", &form).await;
        eva.see(&editor).await
    };
    save(&mut eva, id, &[("state", "asked"), ("who", WHO)]).await;
    let page = publish(&mut eva).await;
    assert!(page.says("Vänta på svaret innan texten publiceras."), "{:?}", page.texts(".notice"));
    assert!(page.texts("textarea[name=body]")[0].contains("Den dagen vände det."), "what was typed is kept");
    assert_eq!(app.get("/inlagg/en-berattelse").await.status, 404, "readers never had it");
    save(&mut eva, id, &GIVEN).await;
    publish(&mut eva).await;
    assert_eq!(app.get("/inlagg/en-berattelse").await.status, 200);
}

#[tokio::test]
async fn an_end_is_told_sixty_thirty_and_seven_days_ahead_to_those_who_can_ask() {
    let app = TestApp::demo(AT).await;
    let texts = texts(&app).await;
    for (text, end) in
        texts.iter().zip(["2026-12-27T00:00+01:00", "2027-01-15T00:00+01:00", "2027-02-10T00:00+01:00"])
    {
        consent(&app, text.id, Some(end)).await;
    }
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let told = async |browser: &mut Browser<'_>| {
        browser.see("/admin").await.texts("section[aria-labelledby=consents] li")
    };
    assert_eq!(
        told(&mut eva).await,
        [
            "Ett samtycke går ut inom 7 dagar.",
            "Ett samtycke går ut inom 30 dagar.",
            "Ett samtycke går ut inom 60 dagar."
        ]
    );
    let list = eva.see("/admin/samtycken").await.texts(".entries h2");
    assert_eq!(list, texts.iter().map(|text| text.title.clone()).collect::<Vec<_>>(), "what ends next first");
    app.set_clock("2026-12-27T00:00:00+01:00");
    // No session lasts a week.
    let mut kim = Browser::of(&app, "Kim", Role::Editor).await;
    let first = told(&mut kim).await.remove(0);
    assert_eq!(first, "En text visas inte: samtycket har gått ut.");
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    assert!(told(&mut bo).await.is_empty());
}

#[tokio::test]
async fn scope_decides_what_leaves_the_site() {
    let app = TestApp::demo("2026-12-07T12:00:00+01:00").await;
    let door: (i64, String, String) = sqlx::query_as(
        "select p.id, p.slug, p.title from doors d join posts p on p.id = d.post_id join editions e on e.id = d.edition_id
         where e.slug = '2026' and d.day = 7",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let (post, slug, title) = door;
    let (path, image, card) = (
        app::paths::post(&slug),
        app::paths::post_image(&slug, false),
        app::paths::picture_card(&slug, "kvadrat"),
    );
    let seen = async || {
        let page = app.get(&path).await;
        assert_eq!(page.status, 200, "it is on the site all the same");
        assert!(page.text().contains(&title));
        let is_in = async |address: &str| app.get(address).await.text().contains(&path);
        let says = async |address: &str| {
            let text = app.get(address).await.text().to_owned();
            text.contains("Läs mer i dagens lucka")
                || text.contains("Läs hela:")
                || text.contains("Läs i mobilen")
        };
        let social = [
            is_in("/feed.xml").await || app.get("/feed.xml").await.text().contains("/lucka/7"),
            app.get(&image).await.status == 200,
            app.get(&card).await.status == 200,
            page.text().contains("Spara som bild"),
            app.get("/kalender/2026/lucka/7").await.text().contains("Spara som bild"),
        ];
        let embeds = [says("/kalender/2026/ram").await, says("/kalender/2026/vagg").await];
        (social, embeds)
    };
    assert_eq!(seen().await, ([true; 5], [true; 2]), "it tells of nobody");
    consent(&app, post, None).await;
    assert_eq!(seen().await, ([false; 5], [false; 2]), "for the site alone");
    run(&app, "update consents set in_social_media = 1 where post_id = $1 and $2 is null", post, None).await;
    assert_eq!(seen().await, ([true; 5], [false; 2]));
    run(&app, "update consents set in_embeds = 1 where post_id = $1 and $2 is null", post, None).await;
    assert_eq!(seen().await, ([true; 5], [true; 2]));
}

#[tokio::test]
async fn paper_leaves_out_a_story_whose_consent_is_not_for_print() {
    let app = TestApp::demo(AT).await;
    let voice = texts(&app).await.into_iter().find(|text| text.path.starts_with("/roster")).unwrap();
    let (post, title): (i64, String) = sqlx::query_as(
        "select p.id, p.title from doors d join posts p on p.id = d.post_id join editions e on e.id = d.edition_id
         where e.slug = '2026' and d.day = 7",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let pages = ["/kalender/2026/lucka/7", &voice.path, "/kalender/2026/las"];
    let paper_without = async || {
        let mut without = Vec::new();
        for page in pages {
            without.push(app.get(page).await.text().contains(r#"data-print="no""#));
        }
        let edition = Html::parse_document(app.get("/kalender/2026").await.text());
        let printed = Selector::parse(".printed li:nth-child(7)").unwrap();
        let row: String = edition.select(&printed).flat_map(|row| row.text()).collect();
        assert!(row.contains("/kalender/2026/lucka/7"), "the day stays: {row}");
        without.push(!row.contains(&title));
        without
    };
    assert_eq!(paper_without().await, [false; 4], "they tell of nobody");
    for id in [post, voice.id] {
        consent(&app, id, None).await;
    }
    assert_eq!(paper_without().await, [true; 4], "for the site alone");
    let door = app.get("/kalender/2026/lucka/7").await;
    assert!(door.text().contains(&title) && door.text().contains("trycks inte"), "a screen shows it");
    for id in [post, voice.id] {
        run(&app, "update consents set in_print = 1 where post_id = $1 and $2 is null", id, None).await;
    }
    assert_eq!(paper_without().await, [false; 4]);
}

#[tokio::test]
async fn a_signed_form_is_kept_sealed_and_for_editors_alone() {
    let app = TestApp::demo(AT).await;
    let Text { id, .. } = texts(&app).await.remove(0);
    let address = format!("/admin/inlagg/{id}/samtycke/underlag");
    let entry = format!("/admin/inlagg/{id}/samtycke");
    let scan = b"%PDF-1.7 Namnsdotters underskrift".as_slice();
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;

    let send = async |eva: &mut Browser<'_>, name: &str, file: &[u8]| {
        assert_eq!(eva.upload(&address, &[("file", name, file)]).await, entry);
        eva.see(&entry).await
    };
    assert!(send(&mut eva, "a.pdf", scan).await.says("inte märkt som någons berättelse"));
    save(&mut eva, id, &GIVEN).await;
    assert_eq!(eva.send(Method::GET, &address, &[]).await.status, 404);
    let large = vec![b'x'; 11 * 1024 * 1024];
    for (name, file, words) in [
        ("a.pdf", b"<html>".as_slice(), "varken en PDF eller ett foto"),
        ("", b"", "Välj en fil"),
        ("a.pdf", &*large, "för stor"),
    ] {
        let page = send(&mut eva, name, file).await;
        assert!(page.says(words), "{words}: {:?}", page.texts(".notice"));
    }
    let page = send(&mut eva, "Namnsdotter.pdf", scan).await;
    assert!(page.says("Blanketten är sparad."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#paper + p a", "href"), [&*address]);

    let file = eva.send(Method::GET, &address, &[]).await;
    assert_eq!((file.status.as_u16(), &*file.body), (200, scan));
    assert_eq!(file.header("cache-control"), "private, no-store");
    assert!(file.header("content-security-policy").contains("sandbox"));
    assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"samtycke-{id}.pdf\""));
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    assert_eq!(bo.send(Method::GET, &address, &[]).await.status, 403);
    assert!(!bo.see(&entry).await.texts("main").concat().contains("lankett"));
    assert_eq!(app.get(&address).await.status, 303, "a visitor is asked to log in");

    let data = app.state.media_folder.parent().unwrap().to_owned();
    let is_in_database = |words: &str| {
        ["guldkorn.db", "guldkorn.db-wal"].iter().any(|file| {
            let bytes = std::fs::read(data.join(file)).unwrap_or_default();
            bytes.windows(words.len()).any(|window| window == words.as_bytes())
        })
    };
    assert!(!is_in_database("underskrift") && !is_in_database("Namnsdotter"), "it is sealed");

    std::fs::rename(data.join(KEY_FILE), data.join("annanstans")).unwrap();
    assert_eq!(eva.send(Method::GET, &address, &[]).await.status, 404, "without the key nobody opens it");
    std::fs::rename(data.join("annanstans"), data.join(KEY_FILE)).unwrap();
    let post = id.to_string();
    let page = eva.form("consent/act", &[("post", &post), ("act", "remove_paper")], &entry).await;
    assert!(page.says("Blanketten är borttagen."));
    assert_eq!(eva.send(Method::GET, &address, &[]).await.status, 404);
}
