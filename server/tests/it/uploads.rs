//! Uploads of pictures: permissions, rejections and their messages, and who sees them when.

use app::calendar::Schedule;
use app::time::UnixMillis;
use std::io::Cursor;
use std::pin::Pin;
use std::task::{Context, Poll};

use app::calendar::NewEdition;
use app::calendar::store::add_edition;
use app::posts::store::{NewPost, add_post, withdraw};
use app::posts::{AltMode, PostContent, PostKind};
use app::staff::Role;
use app::staff::accounts::{self, NewAccount};
use axum::body::Body;
use http::{Method, StatusCode};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::Value;

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";
const PICTURES: &str = "/admin/bilder";
const PASSWORD: &str = "mod och möjligheter";
const JSON: (&str, &str) = ("accept", "application/json");
const PLAIN: (&str, &str) = ("accept", "text/html,application/xhtml+xml");

fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = RgbImage::from_fn(width, height, |x, y| Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 99]));
    pixels.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

/// Encodes a form as browsers send it.
pub(crate) fn form(fields: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, content) in fields {
        let file = if *name == "file" { "; filename=\"../../etc/passwd.php\"" } else { "" };
        let head = format!("--grans\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend(head.bytes());
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--grans--\r\n");
    body
}

/// Logs in with a role and returns the cookie.
async fn log_in(app: &TestApp, role: Role) -> String {
    let email = format!("{}@exempel.se", role.as_str());
    let new = NewAccount { email: &email, name: "Anna", role, password: Some(PASSWORD) };
    accounts::add(&app.state.db, new, app.state.clock.now_millis()).await.unwrap();
    let body = format!("email={email}&password=mod+och+m%C3%B6jligheter");
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let response = app.send(Method::POST, "/api/staff/log_in", &[kind, PLAIN], Body::from(body)).await;
    let cookies = response.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    let mut session = cookies.filter_map(|cookie| cookie.split(';').next());
    session.rfind(|cookie| cookie.starts_with("__Host-guldkorn=")).expect("a session").to_owned()
}

async fn send(app: &TestApp, headers: &[(&str, &str)], body: impl Into<Body>) -> TestResponse {
    let kind = ("content-type", "multipart/form-data; boundary=grans");
    app.send(Method::POST, PICTURES, &[&[kind], headers].concat(), body.into()).await
}

/// Uploads a picture and returns the JSON of the response.
pub(crate) async fn sent(app: &TestApp, cookie: &str, file: &[u8]) -> Value {
    let body = form(&[("file", file), ("alt", "En bro".as_bytes())]);
    let response = send(app, &[JSON, ("cookie", cookie)], body).await;
    assert_eq!(response.status, StatusCode::CREATED, "{}", response.text());
    serde_json::from_slice(&response.body).unwrap()
}

fn refusal(response: &TestResponse) -> (u16, String) {
    assert_eq!(response.header("content-type"), "application/json");
    let told: Value = serde_json::from_slice(&response.body).unwrap();
    assert!(told["message"].as_str().unwrap().ends_with('.'), "{told}");
    (response.status.as_u16(), told["code"].as_str().unwrap().to_owned())
}

async fn pictures(app: &TestApp) -> i64 {
    let count = sqlx::query_scalar("select count(*) from pictures").fetch_one(app.state.db.reader()).await;
    count.unwrap()
}

fn folders(app: &TestApp) -> usize {
    std::fs::read_dir(&app.state.media_folder).unwrap().count()
}

fn article(slug: &str, body: &str, lead: Option<&str>, published_at: UnixMillis) -> NewPost {
    NewPost {
        kind: PostKind::Article,
        slug: slug.into(),
        published: true,
        published_at: Some(published_at),
        content: PostContent {
            title: slug.into(),
            form: None,
            quote: String::new(),
            source: String::new(),
            teaser: String::new(),
            author: String::new(),
            body: body.into(),
            picture: lead.map(str::to_owned),
            picture_alt: String::new(),
            picture_alt_mode: AltMode::Decorative,
            picture_caption: String::new(),
            sensitive: false,
            tags: Vec::new(),
            ..PostContent::default()
        },
    }
}

#[tokio::test]
async fn only_writers_may_upload() {
    let app = TestApp::empty(AT).await;
    let body = form(&[("file", &picture(20, 10)), ("alt", b"En bro")]);
    for cookie in ["annan=1", "__Host-guldkorn=x"] {
        let response = send(&app, &[JSON, ("cookie", cookie)], body.clone()).await;
        assert_eq!(refusal(&response), (401, "log_in_first".into()));
        let response = send(&app, &[PLAIN, ("cookie", cookie)], body.clone()).await;
        assert_eq!(
            (response.status, response.header("location")),
            (StatusCode::SEE_OTHER, "/admin/logga-in")
        );
    }
    for (height, role) in (11..).zip(Role::ALL) {
        let cookie = log_in(&app, role).await;
        let body = form(&[("file", &picture(20, height)), ("alt", b"En bro")]);
        let response = send(&app, &[JSON, ("cookie", &cookie)], body.clone()).await;
        if role >= Role::Writer {
            assert_eq!(response.status, StatusCode::CREATED, "{role:?}");
        } else {
            assert_eq!(refusal(&response), (403, "forbidden".into()));
        }
        assert_eq!(response.header("cache-control"), "no-store");
        for forged in [("sec-fetch-site", "cross-site"), ("origin", "https://other.example")] {
            let response = send(&app, &[JSON, ("cookie", &cookie), forged], body.clone()).await;
            assert_eq!(response.status, StatusCode::FORBIDDEN, "{forged:?}");
        }
        for address in ["/admin/bilder/", "/admin/Bilder", "/admin/bilder%2f", "/admin//bilder"] {
            let response = app.send(Method::POST, address, &[("cookie", &cookie)], body.clone().into()).await;
            assert!(!response.status.is_success(), "{address} {}", response.status);
        }
    }
    assert_eq!((pictures(&app).await, folders(&app)), (3, 3));
}

#[tokio::test]
async fn an_upload_without_permission_is_rejected_before_it_is_read() {
    let app = TestApp::empty(AT).await;
    let response = send(&app, &[JSON], Body::new(Untouchable)).await;
    assert_eq!(refusal(&response), (401, "log_in_first".into()));
}

/// A body that fails the test when it is read.
struct Untouchable;

impl hyper::body::Body for Untouchable {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<bytes::Bytes>, Self::Error>>> {
        unreachable!("nobody may read this")
    }
}

#[tokio::test]
async fn a_picture_is_described_or_decorative() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let file = picture(20, 10);
    let long = "a".repeat(501);
    let endless = "a".repeat(9000);
    for (fields, code) in [
        (&[("file", &*file)][..], "no_alt"),
        (&[("file", &*file), ("alt", b" \t ")], "no_alt"),
        (&[("file", &*file), ("decorative", b"")], "no_alt"),
        (&[("file", &*file), ("alt", long.as_bytes())], "long_alt"),
        (&[("file", &*file), ("alt", endless.as_bytes())], "long_alt"),
        (&[("alt", b"En bro")], "no_file"),
        (&[("file", b""), ("alt", b"En bro")], "no_file"),
        (&[("file", b"<svg/>"), ("alt", b"En bro")], "wrong_kind"),
        (&[("file", &file[..40]), ("alt", b"En bro")], "broken"),
        (&[("file", b"GIF89a"), ("alt", b"")], "no_alt"),
    ] {
        let response = send(&app, &[JSON, ("cookie", &cookie)], form(fields)).await;
        let (status, told) = refusal(&response);
        assert_eq!(told, code);
        assert!(matches!(status, 415 | 422), "{status}");
    }
    for (fields, code) in [
        (&[("file", &*file), ("file", &*file), ("alt", b"En bro")][..], "unreadable"),
        (&[("file", &*file), ("alt", b"\xff\xfe")], "unreadable"),
    ] {
        let response = send(&app, &[JSON, ("cookie", &cookie)], form(fields)).await;
        assert_eq!(refusal(&response), (400, code.into()));
    }
    assert_eq!((pictures(&app).await, folders(&app)), (0, 0), "nothing is left behind");
    let kinds = [("  En\n bro ", "", "En bro"), ("", "on", ""), ("En bro", "on", "")];
    for (height, (alt, decorative, kept)) in (11..).zip(kinds) {
        let file = picture(20, height);
        let fields = [("decorative", decorative.as_bytes()), ("alt", alt.as_bytes()), ("file", &*file)];
        let response = send(&app, &[JSON, ("cookie", &cookie)], form(&fields)).await;
        let told: Value = serde_json::from_slice(&response.body).unwrap();
        let saved: (String, bool) =
            sqlx::query_as("select alt, added_by is not null from pictures where id = $1")
                .bind(told["id"].as_str().unwrap())
                .fetch_one(app.state.db.reader())
                .await
                .unwrap();
        assert_eq!(saved, (kept.to_owned(), true));
    }
}

#[tokio::test]
async fn invalid_forms_and_large_files_are_rejected() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let headers = [JSON, ("cookie", &*cookie)];
    for body in [
        &b""[..],
        b"x",
        b"--grans\r\n",
        b"--grans\r\ncontent-disposition: form-data; name=\"file\"\r\n\r\nab",
    ] {
        let response = send(&app, &headers, body.to_vec()).await;
        assert_eq!(refusal(&response), (400, "unreadable".into()), "{body:?}");
    }
    for kind in ["application/json", "multipart/form-data", "multipart/form-data; boundary="] {
        let headers = [JSON, ("cookie", &*cookie), ("content-type", kind)];
        let response = app.send(Method::POST, PICTURES, &headers, Body::from("x")).await;
        assert_eq!(refusal(&response), (400, "unreadable".into()), "{kind}");
    }
    let many: Vec<_> = (0..40).map(|_| ("x", &b"y"[..])).collect();
    assert_eq!(refusal(&send(&app, &headers, form(&many)).await), (400, "unreadable".into()));
    for megabytes in [41, 70] {
        let mut file = picture(20, 10);
        file.resize(megabytes << 20, 0);
        let response = send(&app, &headers, form(&[("file", &file), ("alt", b"En bro")])).await;
        assert_eq!(refusal(&response), (413, "too_large".into()), "{megabytes}");
    }
    assert_eq!((pictures(&app).await, folders(&app)), (0, 0));
}

#[tokio::test]
async fn the_same_file_is_stored_once() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let mut first = sent(&app, &cookie, &picture(20, 10)).await;
    assert_eq!(first["known"], false);
    first["known"] = true.into();
    assert_eq!(sent(&app, &cookie, &picture(20, 10)).await, first, "and its sender is told");
    assert_eq!((pictures(&app).await, folders(&app)), (1, 1));
    assert_ne!(sent(&app, &cookie, &picture(20, 11)).await["id"], first["id"]);
}

#[tokio::test]
async fn a_plain_form_gets_a_redirect_or_an_error_page() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let body = form(&[("file", &picture(20, 10)), ("alt", b"En bro")]);
    for (referer, page) in [
        ("http://guldkorn.example/admin/inlagg/3?x=1", "/admin/inlagg/3"),
        ("http://guldkorn.example/blogg", "/admin"),
        ("https://other.example//other.example", "/admin"),
        ("\\", "/admin"),
    ] {
        let site = ("sec-fetch-site", "same-origin");
        let headers = [PLAIN, ("cookie", &*cookie), ("referer", referer), site];
        let response = send(&app, &headers, body.clone()).await;
        assert_eq!(response.status, StatusCode::SEE_OTHER);
        let (before, id) = response.header("location").split_once("?bild=").expect("which picture");
        assert_eq!((before, id.len()), (page, 32));
    }
    let response =
        send(&app, &[PLAIN, ("cookie", &cookie)], form(&[("file", b"BM\x3a"), ("alt", b"x")])).await;
    assert_eq!(response.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(
        response.text().contains("Välj en bild i formatet JPEG, PNG, WebP, GIF eller SVG."),
        "{}",
        response.text()
    );
}

#[tokio::test]
async fn heic_is_taken_where_the_operator_has_turned_it_on() {
    let heic = include_bytes!("../../../app/src/media/intake/tests/turned.heic");
    let body = form(&[("file", heic), ("alt", b"Fyra f\xc3\xa4lt")]);
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let response = send(&app, &[JSON, ("cookie", &cookie)], body.clone()).await;
    assert_eq!(response.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(response.text().contains("Spara bilden som JPEG"), "{}", response.text());

    let app = TestApp::with_heic(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let response = send(&app, &[JSON, ("cookie", &cookie)], body).await;
    assert_eq!(response.status, StatusCode::CREATED, "{}", response.text());
    let added: Value = serde_json::from_str(response.text()).unwrap();
    assert_eq!((&added["width"], &added["height"]), (&Value::from(96), &Value::from(64)));
    let broken = form(&[("file", &heic[..300]), ("alt", b"x")]);
    let response = send(&app, &[JSON, ("cookie", &cookie)], broken).await;
    assert_eq!(response.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", response.text());
}

#[tokio::test]
async fn a_picture_is_public_exactly_as_long_as_a_text_shows_it() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let (before, opens, now) =
        ("2026-12-07T08:59:59.999+01:00", "2026-12-07T09:00+01:00", app.state.clock.now_millis());
    let opening = now + 60 * 60 * 1000;
    for within_text in [true, false] {
        app.set_clock(AT);
        let told = sent(&app, &cookie, &picture(1200, 800)).await;
        let (id, src) = (told["id"].as_str().unwrap(), told["src"].as_str().unwrap());
        assert_eq!((&told["width"], &told["height"]), (&1200.into(), &800.into()));
        assert_eq!(src, format!("/media/{id}/960.webp#1200x800"));
        let named = told["srcset"].as_str().unwrap().split(", ");
        let mut files: Vec<String> = named.map(|file| file.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(files.len(), 3);
        files.push(format!("/media/{id}/1200.jpg"));
        let status = async |at: &str, cookie: &str, lifetime: &str| {
            app.set_clock(at);
            let mut status = Vec::new();
            for file in &files {
                let response = app.get_with(file, &[("cookie", cookie)]).await;
                assert!(response.header("cache-control") == lifetime, "{:?}", response.headers);
                status.push(response.status.as_u16());
            }
            status.dedup();
            status
        };
        assert_eq!(status(AT, "", "no-store").await, [404]);
        assert_eq!(status(AT, "__Host-guldkorn=x", "no-store").await, [404]);
        assert_eq!(status(AT, &cookie, "private, no-cache").await, [200]);

        let slug = format!("text-{within_text}");
        let text = format!("Se här:\n\n![En bro]({src} \"Bron\")");
        let (body, lead) = if within_text { (&*text, None) } else { ("", Some(id)) };
        let mut change = app.state.db.write_content().await.unwrap();
        let post = add_post(&mut change, &article(&slug, body, lead, opening), now).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(status(before, "", "no-store").await, [404]);
        assert_eq!(status(opens, "", "public, max-age=60").await, [200]);
        assert_eq!(status(opens, &cookie, "public, max-age=60").await, [200]);
        assert_eq!(status(before, "", "no-store").await, [404]);
        let page = {
            app.set_clock(opens);
            app.get(&format!("/inlagg/{slug}")).await
        };
        let page = page.text();
        assert!(page.contains("width=\"1200\" height=\"800\"") && page.contains("1200.webp 1200w"), "{page}");

        let mut change = app.state.db.write_content().await.unwrap();
        withdraw(&mut change, post, now).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(status(opens, "", "no-store").await, [404], "gone at once");
        assert_eq!(status(opens, &cookie, "private, no-cache").await, [200]);
    }
}

#[tokio::test]
async fn a_picture_is_public_only_while_the_text_refers_to_it() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let id = sent(&app, &cookie, &picture(20, 10)).await["id"].as_str().unwrap().to_owned();
    let file = format!("/media/{id}/20.webp");
    let text = format!("![En bro](/media/{id}/20.webp)");
    let mut change = app.state.db.write_content().await.unwrap();
    let post =
        add_post(&mut change, &article("ett", &text, Some(&id), UnixMillis(0)), UnixMillis(0)).await.unwrap();
    let other =
        add_post(&mut change, &article("andra", &text, None, UnixMillis(0)), UnixMillis(0)).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(app.get(&file).await.status, 200);
    for (what, status) in [
        (format!("update posts set body_html = '<p>Inget</p>' where id = {other}"), 200),
        (format!("update posts set picture_id = null where id = {post}"), 200),
        (format!("update posts set state = 'draft' where id = {post}"), 404),
        (format!("update posts set state = 'published' where id = {post}"), 200),
        (format!("delete from posts where id = {post}"), 404),
        (format!("update posts set picture_id = '{id}' where id = {other}"), 200),
        (format!("update posts set picture_id = null where id = {other}"), 404),
        (format!("insert into funders (position, name, logo) values (9, 'Fond', '{id}')"), 200),
        ("delete from funders".to_owned(), 404),
    ] {
        let mut change = app.state.db.write_content().await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(what.clone())).execute(&mut *change).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(app.get(&file).await.status, status, "{what}");
    }
    let schedule = Schedule::parse("2026-12-01", 2, "00:00", "Europe/Stockholm").unwrap();
    let edition =
        NewEdition { introduction: text.clone(), ..NewEdition::draft("2026", "Kalendern", schedule) };
    let mut change = app.state.db.write_content().await.unwrap();
    add_edition(&mut change, &edition, &app::markdown::to_html(&text)).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(app.get(&file).await.status, 404, "a draft edition");
    let mut change = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set state = 'published'").execute(&mut *change).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(app.get(&file).await.status, 200);
}

#[tokio::test]
async fn a_failed_upload_leaves_nothing_behind() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let body = form(&[("file", &picture(20, 10)), ("alt", b"En bro")]);
    let mut change = app.state.db.write_content().await.unwrap();
    let refuse =
        "create trigger full before insert on picture_variants begin select raise(abort, 'full'); end";
    sqlx::query(refuse).execute(&mut *change).await.unwrap();
    change.commit().await.unwrap();
    let response = send(&app, &[JSON, ("cookie", &cookie)], body.clone()).await;
    assert_eq!(refusal(&response), (500, "fault".into()));
    assert_eq!((pictures(&app).await, folders(&app)), (0, 0));
    let mut change = app.state.db.write_content().await.unwrap();
    sqlx::query("drop trigger full").execute(&mut *change).await.unwrap();
    change.commit().await.unwrap();
    std::fs::remove_dir(&app.state.media_folder).unwrap();
    let response = send(&app, &[JSON, ("cookie", &cookie)], body).await;
    assert_eq!(refusal(&response), (500, "fault".into()));
    assert_eq!(pictures(&app).await, 0);
}
