//! Documents over HTTP: sending, refusals and what comes back with them, and who may download what when.

use app::staff::Role;
use axum::body::Body;
use http::{Method, StatusCode};

use crate::test_app::{TestApp, TestResponse};
use crate::uploads::log_in;

const AT: &str = "2026-12-07T08:00+01:00";
const DOCUMENTS: &str = "/admin/dokument";

fn pdf(words: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n<< /Type /Page >>\n({words})\nendobj\nstartxref\n9\n%%EOF\n").into_bytes()
}

/// Encodes a form as browsers send it; the file comes last.
fn form(fields: &[(&str, &str)], file_name: &str, file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, content) in fields {
        body.extend(
            format!("--grans\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{content}\r\n")
                .bytes(),
        );
    }
    let head =
        format!("--grans\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{file_name}\"\r\n\r\n");
    body.extend(head.bytes());
    body.extend(file);
    body.extend(b"\r\n--grans--\r\n");
    body
}

fn cookies(response: &TestResponse) -> Vec<String> {
    let cookies = response.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    cookies.filter_map(|cookie| cookie.split(';').next().map(str::to_owned)).collect()
}

async fn send(app: &TestApp, cookie: &str, body: impl Into<Body>) -> TestResponse {
    let kind = ("content-type", "multipart/form-data; boundary=grans");
    app.send(Method::POST, DOCUMENTS, &[kind, ("cookie", cookie), ("accept", "text/html")], body.into()).await
}

/// Follows the redirect of a form, with the message that it left.
async fn follow(app: &TestApp, cookie: &str, response: &TestResponse) -> TestResponse {
    assert_eq!(response.status, StatusCode::SEE_OTHER, "{}", response.text());
    let cookies = [vec![cookie.to_owned()], self::cookies(response)].concat().join("; ");
    app.get_with(response.header("location"), &[("cookie", &cookies)]).await
}

async fn call(app: &TestApp, cookie: &str, path: &str, body: String) -> TestResponse {
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let headers = [kind, ("cookie", cookie), ("accept", "text/html")];
    app.send(Method::POST, path, &headers, Body::from(body)).await
}

/// Begins an article and returns its id.
async fn begin(app: &TestApp, cookie: &str) -> String {
    let response = call(app, cookie, "/api/text/begin", "kind=article".into()).await;
    response.header("location").rsplit('/').next().unwrap().to_owned()
}

/// Presses a button of an article's editor.
async fn press(app: &TestApp, cookie: &str, id: &str, action: &str) -> TestResponse {
    let page = app.get_with(&format!("/admin/inlagg/{id}"), &[("cookie", cookie)]).await;
    let page = page.text();
    let value = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let documents = (1..9)
        .map(|place| value(&format!("document_{place}")))
        .zip(1..)
        .filter(|(address, _)| !address.is_empty())
        .map(|(address, place)| format!("&document_{place}={}", address.replace('%', "%25")))
        .collect::<Vec<_>>()
        .concat();
    let body = format!(
        "id={id}&base_revision={}&draft_version={}&title=Rapporten&body=Text&action={action}{documents}",
        value("base_revision"),
        value("draft_version")
    );
    call(app, cookie, "/api/text/submit", body).await
}

#[tokio::test]
async fn only_writers_may_send() {
    let app = TestApp::empty(AT).await;
    let body = form(&[], "rapport.pdf", &pdf("x"));
    let response = send(&app, "__Host-guldkorn=x", body.clone()).await;
    assert_eq!((response.status, response.header("location")), (StatusCode::SEE_OTHER, "/admin/logga-in"));
    for role in Role::ALL {
        let cookie = log_in(&app, role).await;
        let response = send(&app, &cookie, body.clone()).await;
        let expected = if role >= Role::Writer { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
        assert_eq!(response.status, expected, "{role:?}");
        let forged = [
            ("content-type", "multipart/form-data; boundary=grans"),
            ("cookie", &*cookie),
            ("sec-fetch-site", "cross-site"),
        ];
        let response = app.send(Method::POST, DOCUMENTS, &forged, Body::from(body.clone())).await;
        assert_eq!(response.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_with_the_refusal() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    for (name, content, words) in [
        ("rapport.pdf", b"<!DOCTYPE html><script>alert(1)</script>".to_vec(), "webbsida"),
        ("rapport.pdf", b"MZ\0\0".to_vec(), "inget dokument"),
        ("rapport.pdf", pdf(") /S /JavaScript /JS (x"), "JavaScript"),
        ("rapport.pdf", vec![b'a'; (25 << 20) + 1], "högst 25 MB"),
        ("", Vec::new(), "Välj ett dokument"),
    ] {
        let fields = [("title", "Års <rapport>"), ("language", "ar")];
        let response = send(&app, &cookie, form(&fields, name, &content)).await;
        let page = follow(&app, &cookie, &response).await;
        let page = page.text();
        assert!(page.contains(words) && page.contains("<title>Fel: Dokument"), "{words}: {page}");
        assert!(
            page.contains("value=\"Års &lt;rapport&gt;\"") && page.contains("selected value=\"ar\""),
            "{page}"
        );
    }
    let folders = std::fs::read_dir(&app.state.media_folder).unwrap().count();
    assert_eq!(folders, 0, "nothing is left behind");
    for body in [
        &b""[..],
        b"x",
        b"--grans\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nab",
    ] {
        let response = send(&app, &cookie, body.to_vec()).await;
        assert!(follow(&app, &cookie, &response).await.text().contains("Det gick inte att läsa"));
    }
    let folders = std::fs::read_dir(&app.state.media_folder).unwrap().count();
    assert_eq!(folders, 0);
}

#[tokio::test]
async fn a_document_comes_and_goes_with_its_text() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Editor).await;
    let id = begin(&app, &cookie).await;
    let way = press(&app, &cookie, &id, "add_document").await;
    assert_eq!(way.header("location"), format!("/admin/dokument?text={id}"));
    let file = pdf("Rapporten");
    let fields = [("text", &*id), ("title", "Annual report"), ("language", "en")];
    let response = send(&app, &cookie, form(&fields, "Årsrapport 2025.pdf", &file)).await;
    assert_eq!(response.header("location"), format!("/admin/inlagg/{id}"));
    let editor = follow(&app, &cookie, &response).await;
    assert!(editor.text().contains("står nu under texten") && editor.text().contains("Annual report"));
    let address: String =
        sqlx::query_scalar("select '/dokument/' || id || '/%C3%85rsrapport-2025.pdf' from documents")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap();
    assert_eq!(app.get(&address).await.status, 404, "a draft is no reader's");
    press(&app, &cookie, &id, "publish").await;

    let page = app.get("/inlagg/rapporten").await;
    let link = format!("<a href=\"{address}\" type=\"application/pdf\" hreflang=\"en\" rel=\"external\">");
    assert!(page.text().contains(&link), "{}", page.text());
    assert!(
        page.text()
            .replace("<!---->", "")
            .contains(&format!("Annual report</span> (PDF, {}\u{a0}byte, på engelska)</a>", file.len())),
        "{}",
        page.text()
    );
    for (feed, enclosure) in [
        ("/feed.xml", format!("href=\"http://127.0.0.1:3000{address}\"")),
        ("/rss.xml", format!("<enclosure url=\"http://127.0.0.1:3000{address}\"")),
        ("/feed.json", format!("\"url\":\"http://127.0.0.1:3000{address}\"")),
    ] {
        let feed = app.get(feed).await;
        assert!(feed.text().contains(&enclosure), "{enclosure}: {}", feed.text());
    }

    let whole = app.get(&address).await;
    assert_eq!((whole.status, &*whole.body), (StatusCode::OK, &*file));
    for (name, value) in [
        ("content-type", "application/pdf"),
        (
            "content-disposition",
            "attachment; filename=\"_rsrapport-2025.pdf\"; filename*=UTF-8''%C3%85rsrapport-2025.pdf",
        ),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
        ("cache-control", "public, max-age=60"),
        ("accept-ranges", "bytes"),
        ("content-language", "en"),
    ] {
        assert_eq!(whole.header(name), value, "{name}");
    }
    assert!(whole.header("content-security-policy").ends_with("sandbox"));
    let etag = whole.header("etag").to_owned();
    let part = app.get_with(&address, &[("range", "bytes=0-3"), ("if-range", &etag)]).await;
    assert_eq!((part.status, &*part.body), (StatusCode::PARTIAL_CONTENT, &b"%PDF"[..]));
    let other = app.get_with(&address, &[("range", "bytes=0-3"), ("if-range", "\"x\"")]).await;
    assert_eq!((other.status, other.body.len()), (StatusCode::OK, file.len()));
    assert_eq!(app.get_with(&address, &[("range", "bytes=9999-")]).await.status, 416);
    assert_eq!(app.get_with(&address, &[("if-none-match", &etag)]).await.status, 304);
    let head = app.send(Method::HEAD, &address, &[], Body::empty()).await;
    assert_eq!(
        (head.status, head.header("content-length"), head.body.len()),
        (StatusCode::OK, &*file.len().to_string(), 0)
    );
    let (folder, _) = address.rsplit_once('/').unwrap();
    let moved = app.get(&format!("{folder}/gammalt.pdf")).await;
    assert_eq!((moved.status, moved.header("location")), (StatusCode::FOUND, &*address));

    press(&app, &cookie, &id, "withdraw").await;
    let nothing = app.get("/dokument/00000000000000000000000000000000/x.pdf").await;
    for address in [&*address, &format!("{folder}/gammalt.pdf")] {
        for headers in [&[][..], &[("range", "bytes=0-3")], &[("if-none-match", &*etag)]] {
            let gone = app.get_with(address, headers).await;
            assert_eq!(
                (gone.status, &gone.body),
                (StatusCode::NOT_FOUND, &nothing.body),
                "{address} {headers:?}"
            );
        }
        let head = app.send(Method::HEAD, address, &[], Body::empty()).await;
        assert_eq!((head.status, head.header("content-disposition")), (StatusCode::NOT_FOUND, ""));
    }
    let staffs = app.get_with(&address, &[("cookie", &cookie)]).await;
    assert_eq!((staffs.status, staffs.header("cache-control")), (StatusCode::OK, "private, no-cache"));
}

#[tokio::test]
async fn a_file_is_replaced_by_editors_alone() {
    let app = TestApp::empty(AT).await;
    let [writer, editor] = [log_in(&app, Role::Writer).await, log_in(&app, Role::Editor).await];
    let response = send(&app, &writer, form(&[("title", "Rapporten")], "ett.pdf", &pdf("ett"))).await;
    let page = response.header("location").to_owned();
    let id = page.rsplit('/').next().unwrap();
    let other = || form(&[("replaces", id)], "två.pdf", &pdf("två"));
    let refused = send(&app, &writer, other()).await;
    assert!(follow(&app, &writer, &refused).await.text().contains("Ditt konto får inte göra det"));
    let replaced = send(&app, &editor, other()).await;
    let detail = follow(&app, &editor, &replaced).await;
    let detail = detail.text();
    assert!(detail.contains("Filen är utbytt") && detail.contains("Tidigare filer"), "{detail}");
    let again = send(&app, &editor, form(&[], "tre.pdf", &pdf("två"))).await;
    assert_eq!(again.header("location"), page, "the same file is the same document");
    let deleted = call(&app, &editor, "/api/document/delete", format!("id={id}")).await;
    assert_eq!(deleted.header("location"), DOCUMENTS);
    let bin = app.get_with("/admin/dokument?visa=papperskorgen", &[("cookie", &editor)]).await;
    assert!(bin.text().contains("Rapporten"));
}
