//! Uploads of pictures: permissions, rejections and their messages, and who sees them when.

mod public;
mod received;
mod refused;

use std::io::Cursor;

use app::posts::store::NewPost;
use app::posts::{AltMode, PostContent, PostKind};
use app::staff::accounts::NewAccount;
use app::staff::{Role, accounts};
use app::time::UnixMillis;
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
pub(crate) async fn log_in(app: &TestApp, role: Role) -> String {
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
