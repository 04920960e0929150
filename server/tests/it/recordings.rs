//! Recordings over HTTP: sending, refusals and what comes back with them, and who may hear what when.

use app::staff::Role;
use axum::body::{Body, Bytes};
use futures_util::future::join_all;
use futures_util::{StreamExt as _, stream};
use http::{Method, StatusCode};
use tokio::sync::mpsc::unbounded_channel;

use crate::test_app::{TestApp, TestResponse};
use crate::uploads::{self, log_in};

const AT: &str = "2026-12-07T08:00+01:00";
const MP3: &[u8] = include_bytes!("../../../app/tests/recordings/tal.mp3");
const M4A: &[u8] = include_bytes!("../../../app/tests/recordings/tal.m4a");
const OPUS: &[u8] = include_bytes!("../../../app/tests/recordings/tal.opus");
const FILM: &[u8] = include_bytes!("../../../app/tests/recordings/film.mp4");
const PICTURE: &[u8] = include_bytes!("../../../app/src/media/intake/tests/progressive.jpg");

/// Encodes a form as browsers send it; without a file they send an empty one.
fn form(fields: &[(&str, &str)], file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, content) in fields {
        body.extend(
            format!("--grans\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{content}\r\n")
                .bytes(),
        );
    }
    body.extend(
        b"--grans\r\ncontent-disposition: form-data; name=\"file\"; filename=\"Anna Andersson.mp3\"\r\n\r\n",
    );
    body.extend(file);
    body.extend(b"\r\n--grans--\r\n");
    body
}

async fn send(app: &TestApp, cookie: &str, id: &str, body: impl Into<Body>) -> TestResponse {
    let kind = ("content-type", "multipart/form-data; boundary=grans");
    let path = format!("/admin/inlagg/{id}/inspelning");
    app.send(Method::POST, &path, &[kind, ("cookie", cookie), ("accept", "text/html")], body.into()).await
}

/// Sends a form and returns the editor that tells what became of it.
async fn sent(app: &TestApp, cookie: &str, id: &str, fields: &[(&str, &str)], file: &[u8]) -> String {
    let response = send(app, cookie, id, form(fields, file)).await;
    assert_eq!(response.status, StatusCode::SEE_OTHER, "{}", response.text());
    assert_eq!(response.header("location"), format!("/admin/inlagg/{id}"));
    told(app, cookie, id, &response).await
}

/// Returns the editor as whoever got a response sees it.
async fn told(app: &TestApp, cookie: &str, id: &str, response: &TestResponse) -> String {
    let own = response
        .headers
        .get_all("set-cookie")
        .iter()
        .filter_map(|own| own.to_str().unwrap().split(';').next());
    let cookies: Vec<_> = std::iter::once(cookie).chain(own).collect();
    let page = app.get_with(&format!("/admin/inlagg/{id}"), &[("cookie", &cookies.join("; "))]).await;
    page.text().to_owned()
}

async fn call(app: &TestApp, cookie: &str, path: &str, body: String) -> TestResponse {
    let kind = ("content-type", "application/x-www-form-urlencoded");
    app.send(Method::POST, path, &[kind, ("cookie", cookie), ("accept", "text/html")], Body::from(body)).await
}

/// Begins an article and returns its id.
async fn begin(app: &TestApp, cookie: &str) -> String {
    let response = call(app, cookie, "/api/text/begin", "kind=article".into()).await;
    response.header("location").rsplit('/').next().unwrap().to_owned()
}

/// Presses a button of the article's editor.
async fn press(app: &TestApp, cookie: &str, id: &str, action: &str) {
    let page = app.get_with(&format!("/admin/inlagg/{id}"), &[("cookie", cookie)]).await;
    let value = |name: &str| {
        let (_, rest) = page.text().split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let body = format!(
        "id={id}&base_revision={}&draft_version={}&title=Texten&body=Hej&action={action}",
        value("base_revision"),
        value("draft_version")
    );
    let done = call(app, cookie, "/api/text/submit", body).await;
    assert!(done.status.is_redirection(), "{}", done.text());
}

async fn address(app: &TestApp) -> String {
    sqlx::query_scalar(
        "select '/ljud/' || id || '/inspelning.' || format from recordings where removed_at is null",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap()
}

fn folders(app: &TestApp) -> usize {
    std::fs::read_dir(&app.state.media_folder).unwrap().count()
}

#[tokio::test]
async fn only_writers_may_send() {
    let app = TestApp::empty(AT).await;
    let mut cookies = Vec::new();
    for role in Role::ALL {
        cookies.push((role, log_in(&app, role).await));
    }
    let (_, editor) = cookies.iter().find(|(role, _)| *role == Role::Editor).unwrap();
    let id = begin(&app, editor).await;
    let body = form(&[("act", "save")], MP3);
    let response = send(&app, "__Host-guldkorn=x", &id, body.clone()).await;
    assert_eq!((response.status, response.header("location")), (StatusCode::SEE_OTHER, "/admin/logga-in"));
    for (role, cookie) in &cookies {
        let response = send(&app, cookie, &id, body.clone()).await;
        let expected = if *role >= Role::Writer { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
        assert_eq!(response.status, expected, "{role:?}");
        let forged = [
            ("content-type", "multipart/form-data; boundary=grans"),
            ("cookie", &**cookie),
            ("sec-fetch-site", "cross-site"),
        ];
        let path = format!("/admin/inlagg/{id}/inspelning");
        let response = app.send(Method::POST, &path, &forged, Body::from(body.clone())).await;
        assert_eq!(response.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(folders(&app), 1, "the same file again is no other recording");
    let nothing = send(&app, editor, "9999", body).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert_eq!(folders(&app), 1);
}

#[tokio::test]
async fn many_that_come_slowly_keep_back_recordings_alone() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let id = begin(&app, &cookie).await;
    let (is_read, mut read) = unbounded_channel();
    let endless = || {
        let is_read = is_read.clone();
        let first = stream::once(async move { is_read.send(()).map(|()| Bytes::new()) });
        Body::from_stream(first.chain(stream::pending()))
    };
    let slow = join_all((0..6).map(|_| send(&app, &cookie, &id, endless())));
    let meanwhile = async {
        for _ in 0..6 {
            read.recv().await;
        }
        let refused = sent(&app, &cookie, &id, &[("act", "save")], MP3).await;
        assert!(refused.contains("Vi tar emot många filer just nu."));
        uploads::sent(&app, &cookie, PICTURE).await;
    };
    tokio::select! {
        _ = slow => unreachable!("they never end"),
        () = meanwhile => {}
    }
    assert!(sent(&app, &cookie, &id, &[("act", "save")], M4A).await.contains("Inspelningen är sparad"));
}

#[tokio::test]
async fn a_script_gets_no_redirect_that_would_use_up_what_is_said() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let id = begin(&app, &cookie).await;
    let path = format!("/admin/inlagg/{id}/inspelning");
    for (cookie, file, status, words) in [
        ("__Host-guldkorn=x", MP3, StatusCode::UNAUTHORIZED, ""),
        (&*cookie, FILM, StatusCode::NO_CONTENT, "bild eller film"),
        (&*cookie, MP3, StatusCode::NO_CONTENT, "Inspelningen är sparad"),
    ] {
        let headers = [
            ("content-type", "multipart/form-data; boundary=grans"),
            ("cookie", cookie),
            ("accept", "application/json"),
        ];
        let body = Body::from(form(&[("act", "save")], file));
        let response = app.send(Method::POST, &path, &headers, body).await;
        assert_eq!((response.status, response.header("location")), (status, ""), "{words}");
        assert!(told(&app, cookie, &id, &response).await.contains(words), "{words}");
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_with_the_refusal() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let id = begin(&app, &cookie).await;
    for (content, words) in [
        (Vec::new(), "Välj en ljudfil."),
        (b"Hej, jag \xc3\xa4r ingen inspelning.".to_vec(), "ingen ljudfil"),
        (FILM.to_vec(), "bild eller film"),
        (MP3[..600].to_vec(), "tom eller kortare"),
        (M4A[..9_000].to_vec(), "trasig eller ofullständig"),
        (b"fLaC\0\0\0\x22aaaaaaaaaaaa".to_vec(), "spara den som MP3 eller M4A"),
        (vec![0; (60 << 20) + 1], "högst 60 MB"),
    ] {
        let fields = [("act", "save"), ("transcript", "Jag <säger> hej.")];
        let page = sent(&app, &cookie, &id, &fields, &content).await;
        assert!(page.contains(words) && page.contains("<title>Fel: "), "{words}: {page}");
        assert!(page.contains("\nJag &lt;säger&gt; hej.</textarea>"), "{page}");
    }
    let long = "a".repeat(60_001);
    let page = sent(&app, &cookie, &id, &[("act", "save"), ("transcript", &long)], MP3).await;
    assert!(page.contains("Utskriften är för lång"));
    assert_eq!(folders(&app), 0, "nothing is left behind");
    for body in [
        &b""[..],
        b"x",
        b"--grans\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nab",
    ] {
        let response = send(&app, &cookie, &id, body.to_vec()).await;
        assert_eq!(response.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(folders(&app), 0);
}

#[tokio::test]
async fn a_recording_comes_and_goes_with_its_text() {
    let app = TestApp::empty(AT).await;
    let [writer, cookie] = [log_in(&app, Role::Writer).await, log_in(&app, Role::Editor).await];
    let id = begin(&app, &cookie).await;
    let page = sent(&app, &writer, &id, &[("act", "save"), ("verbatim", "ja")], MP3).await;
    let address = address(&app).await;
    assert!(
        page.contains("Inspelningen är sparad (2\u{a0}s)") && page.contains(&format!("src=\"{address}\"")),
        "{page}"
    );
    assert!(!page.contains("saknar utskrift") && !page.contains("Anna Andersson"));
    for headers in [&[][..], &[("range", "bytes=0-3")]] {
        assert_eq!(app.get_with(&address, headers).await.status, 404, "a draft is no reader's");
    }
    press(&app, &cookie, &id, "publish").await;

    let page = app.get("/inlagg/texten").await;
    let page = page.text().replace("<!---->", "");
    assert!(page.contains(&format!("preload=\"none\" src=\"{address}\"")), "{page}");
    assert!(page.contains("<b>Lyssna</b> , 2\u{a0}s") || page.contains("<b>Lyssna</b>, 2\u{a0}s"), "{page}");
    assert!(page.contains("Ladda ner ljudet (MP3, ") && !page.contains("Läs det som sägs"), "{page}");
    assert!(!page.contains("data-aloud"), "what is recorded is not read by a machine: {page}");

    let whole = app.get(&address).await;
    assert_eq!(whole.status, StatusCode::OK);
    let size = whole.body.len().to_string();
    assert!(!whole.body.windows(12).any(|window| window == b"KANARIEFAGEL"));
    for (name, value) in [
        ("content-type", "audio/mpeg"),
        ("content-disposition", "inline"),
        ("content-length", &size),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
        ("cache-control", "public, max-age=60"),
        ("accept-ranges", "bytes"),
    ] {
        assert_eq!(whole.header(name), value, "{name}");
    }
    assert!(whole.header("content-security-policy").starts_with("default-src 'none'; media-src 'self'"));
    let etag = whole.header("etag").to_owned();
    for (range, from, to) in [
        ("bytes=0-1", 0, 2),
        ("bytes=100-", 100, whole.body.len()),
        ("bytes=-7", whole.body.len() - 7, whole.body.len()),
    ] {
        let part = app.get_with(&address, &[("range", range), ("if-range", &etag)]).await;
        assert_eq!(
            (part.status, &part.body[..]),
            (StatusCode::PARTIAL_CONTENT, &whole.body[from..to]),
            "{range}"
        );
        assert_eq!(part.header("content-range"), format!("bytes {from}-{}/{size}", to - 1));
        assert_eq!(part.header("content-type"), "audio/mpeg");
    }
    let other = app.get_with(&address, &[("range", "bytes=0-3"), ("if-range", "\"x\"")]).await;
    assert_eq!((other.status, other.body.len()), (StatusCode::OK, whole.body.len()));
    let beyond = app.get_with(&address, &[("range", "bytes=99999999-")]).await;
    assert_eq!(
        (beyond.status, beyond.header("content-range")),
        (StatusCode::RANGE_NOT_SATISFIABLE, &*format!("bytes */{size}"))
    );
    assert_eq!(app.get_with(&address, &[("if-none-match", &etag)]).await.status, 304);
    let head = app.send(Method::HEAD, &address, &[], Body::empty()).await;
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (StatusCode::OK, &*size, 0));
    let (folder, _) = address.rsplit_once('/').unwrap();
    assert_eq!(app.get(&format!("{folder}/annat.mp3")).await.status, 404);
    assert_eq!(app.get(&format!("{folder}/inspelning.m4a")).await.status, 404);

    for (feed, enclosure) in [
        (
            "/feed.xml",
            format!(
                "type=\"audio/mpeg\" length=\"{size}\" title=\"Lyssna\" href=\"http://127.0.0.1:3000{address}\""
            ),
        ),
        (
            "/rss.xml",
            format!(
                "<enclosure url=\"http://127.0.0.1:3000{address}\" length=\"{size}\" type=\"audio/mpeg\""
            ),
        ),
        ("/feed.json", format!("\"url\":\"http://127.0.0.1:3000{address}\"")),
    ] {
        let feed = app.get(feed).await;
        assert!(feed.text().contains(&enclosure), "{enclosure}: {}", feed.text());
    }

    // What readers have, an editor decides.
    let page = sent(&app, &writer, &id, &[("act", "remove")], b"").await;
    assert!(page.contains("bara en redaktör") && page.contains("Be en redaktör ändra inspelningen"));
    press(&app, &cookie, &id, "withdraw").await;
    let nothing = app.get("/ljud/00000000000000000000000000000000/inspelning.mp3").await;
    for headers in [&[][..], &[("range", "bytes=0-3")], &[("if-none-match", &*etag)]] {
        let gone = app.get_with(&address, headers).await;
        assert_eq!((gone.status, &gone.body), (StatusCode::NOT_FOUND, &nothing.body), "{headers:?}");
    }
    let staffs = app.get_with(&address, &[("cookie", &cookie)]).await;
    assert_eq!((staffs.status, staffs.header("cache-control")), (StatusCode::OK, "private, no-cache"));
}

#[tokio::test]
async fn a_recording_is_replaced_taken_away_and_brought_back() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Editor).await;
    let id = begin(&app, &cookie).await;
    let page = sent(
        &app,
        &cookie,
        &id,
        &[("act", "save"), ("transcript", "Solrosor sägs här.\r\n\r\nOch mer.")],
        M4A,
    )
    .await;
    assert!(page.contains("Inspelningen är sparad"));
    press(&app, &cookie, &id, "publish").await;
    let first = address(&app).await;
    assert_eq!(first.rsplit('.').next(), Some("m4a"));
    let page = app.get("/inlagg/texten").await;
    assert!(
        page.text().contains("<p>Solrosor sägs här.</p>") && page.text().contains("<p>Och mer.</p>"),
        "{}",
        page.text()
    );
    assert!(
        app.get("/sok?q=solrosor").await.text().contains("href=\"/inlagg/texten\""),
        "what is said is found"
    );

    let page = sent(&app, &cookie, &id, &[("act", "save"), ("transcript", "")], OPUS).await;
    assert!(page.contains("saknar utskrift: stämmer texten ord för ord?"), "{page}");
    let second = address(&app).await;
    assert_eq!(
        (app.get(&first).await.status, app.get(&second).await.status),
        (StatusCode::NOT_FOUND, StatusCode::OK)
    );
    assert!(!app.get("/sok?q=solrosor").await.text().contains("href=\"/inlagg/texten\""));
    let page = sent(&app, &cookie, &id, &[("act", "save"), ("verbatim", "ja")], b"").await;
    assert!(
        page.contains("Det som står om inspelningen är sparat") && !page.contains("saknar utskrift"),
        "{page}"
    );

    app.set_clock("2026-12-07T08:01+01:00");
    let page = sent(&app, &cookie, &id, &[("act", "remove")], b"").await;
    assert!(
        page.contains("Du kan ta tillbaka den i 30 dagar") && page.contains("value=\"bring_back\""),
        "{page}"
    );
    assert_eq!(app.get(&second).await.status, 404);
    let page = app.get("/inlagg/texten").await;
    assert!(
        !page.text().contains("<audio") && page.text().contains("data-aloud=\"sv\" hidden"),
        "{}",
        page.text()
    );
    let page = sent(&app, &cookie, &id, &[("act", "bring_back")], b"").await;
    assert!(page.contains("Inspelningen är tillbaka") && !page.contains("value=\"bring_back\""), "{page}");
    assert_eq!(app.get(&second).await.status, 200);
}

#[tokio::test]
async fn it_ends_with_the_consent_and_begins_with_the_door() {
    let app = TestApp::demo("2026-12-06T12:00:00+01:00").await;
    let cookie = log_in(&app, Role::Editor).await;
    let id: i64 = sqlx::query_scalar(
        "select post_id from doors d join editions e on e.id = d.edition_id where e.slug = '2026' and d.day = 7",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    sent(&app, &cookie, &id.to_string(), &[("act", "save"), ("transcript", "Kanariefågeln sjunger.")], MP3)
        .await;
    let address = address(&app).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query(
        "insert into consents (post_id, state, on_site, given_how, given_on, ends_at, changed_at)
         values ($1, 'given', 1, 'paper', '2026-12-01', 1797807600000, 1)",
    )
    .bind(id)
    .execute(&mut *writer)
    .await
    .unwrap();
    writer.commit().await.unwrap();
    for (at, status, cache) in [
        ("2026-12-06T23:59:59.999+01:00", 404, ""),
        ("2026-12-07T08:00:00+01:00", 200, "public, max-age=60"),
        ("2026-12-20T23:59:30+01:00", 200, "no-cache"),
        ("2026-12-20T23:59:59.999+01:00", 200, "no-cache"),
        ("2026-12-21T00:00:00+01:00", 404, ""),
    ] {
        app.set_clock(at);
        let sound = app.get(&address).await;
        assert_eq!(sound.status, status, "{at}");
        if status == 200 {
            assert_eq!(sound.header("cache-control"), cache, "{at}");
        }
        // Consent to the site is none to being passed on.
        assert!(!app.get("/feed.xml").await.text().contains(&address), "{at}");
        let door = app.get("/kalender/2026/lucka/7").await;
        assert_eq!(door.text().contains(&address), status == 200, "{at}");
        assert_eq!(door.text().contains("Kanariefågeln sjunger."), status == 200, "{at}");
        let all = app.get("/kalender/2026/las").await;
        assert_eq!(all.text().contains(&format!("src=\"{address}\"")), status == 200, "{at}");
    }
}
