//! Imports from the admin, over HTTP: who may, what is refused, the dry run, the import, and what is told.

use std::path::Path;
use std::time::Duration;

use app::staff::Role;
use app::staff::accounts::{self, NewAccount};
use axum::body::Body;
use http::{Method, StatusCode};

use crate::program::PATIENCE;
use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";
const PAGE: &str = "/admin/installningar/flytta-in";
const KIND: (&str, &str) = ("content-type", "multipart/form-data; boundary=grans");

async fn log_in(app: &TestApp, role: Role) -> String {
    let email = format!("{}@exempel.se", role.as_str());
    let new = NewAccount { email: &email, name: "Anna", role, password: Some("mod och möjligheter") };
    accounts::add(&app.state.db, new, app.state.clock.now_millis()).await.unwrap();
    let body = format!("email={email}&password=mod+och+m%C3%B6jligheter");
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let response = app.send(Method::POST, "/api/staff/log_in", &[kind], Body::from(body)).await;
    cookies(&response).into_iter().rfind(|cookie| cookie.starts_with("__Host-guldkorn=")).expect("a session")
}

fn cookies(response: &TestResponse) -> Vec<String> {
    let cookies = response.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    cookies.filter_map(|cookie| cookie.split(';').next().map(str::to_owned)).collect()
}

fn case(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import").join(name)).unwrap()
}

/// Encodes a form as browsers send it: fields with a name are files.
fn form(parts: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (field, name, content) in parts {
        let name = if name.is_empty() { String::new() } else { format!("; filename=\"{name}\"") };
        body.extend(
            format!("--grans\r\ncontent-disposition: form-data; name=\"{field}\"{name}\r\n\r\n").bytes(),
        );
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--grans--\r\n");
    body
}

struct Admin {
    app: TestApp,
    cookie: String,
}

impl Admin {
    async fn new() -> Self {
        let app = TestApp::empty(AT).await;
        let cookie = log_in(&app, Role::Admin).await;
        Self { app, cookie }
    }

    async fn send(&self, parts: &[(&str, &str, &[u8])]) -> TestResponse {
        let headers = [KIND, ("cookie", &*self.cookie)];
        self.app.send(Method::POST, PAGE, &headers, form(parts).into()).await
    }

    async fn press(&self, page: &str, act: &str, body: &str) -> TestResponse {
        let id = page.rsplit('=').next().unwrap();
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", &*self.cookie)];
        self.app
            .send(Method::POST, &format!("{PAGE}/{id}/{act}"), &headers, Body::from(body.to_owned()))
            .await
    }

    async fn get(&self, page: &str) -> String {
        self.app.get_with(page, &[("cookie", &self.cookie)]).await.text().to_owned()
    }

    /// Follows the redirect of a form, with the message that it left.
    async fn follow(&self, response: &TestResponse) -> String {
        assert_eq!(response.status, StatusCode::SEE_OTHER, "{}", response.text());
        let cookies = [vec![self.cookie.clone()], cookies(response)].concat().join("; ");
        let page = self.app.get_with(response.header("location"), &[("cookie", &cookies)]).await;
        page.text().to_owned()
    }

    /// Waits until no run is under way, and returns the page.
    async fn settled(&self, page: &str) -> String {
        let settling = async {
            loop {
                let text = self.get(page).await;
                if !text.contains("<progress") {
                    return text;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, settling).await.unwrap()
    }

    /// Sends a file and waits for its dry run. Returns the address of its page and the page.
    async fn tried(&self, parts: &[(&str, &str, &[u8])]) -> (String, String) {
        let page = self.send(parts).await.header("location").to_owned();
        assert!(page.starts_with(&format!("{PAGE}?nr=")), "{page}");
        let text = self.settled(&page).await;
        (page, text)
    }

    async fn posts(&self) -> usize {
        let list = self.get("/admin/inlagg").await;
        list.matches("href=\"/admin/inlagg/").count()
    }
}

fn assert_told(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[tokio::test]
async fn only_admins_may_and_only_from_our_own_page() {
    let app = TestApp::empty(AT).await;
    let file = case("wxr-01-datum.xml");
    let body = form(&[("file", "export.xml", &file)]);
    let stranger = app.send(Method::POST, PAGE, &[KIND], body.clone().into()).await;
    assert_eq!((stranger.status, stranger.header("location")), (StatusCode::SEE_OTHER, "/admin/logga-in"));
    for role in Role::ALL {
        let cookie = log_in(&app, role).await;
        let expected = if role == Role::Admin { StatusCode::NOT_FOUND } else { StatusCode::FORBIDDEN };
        let headers = [KIND, ("cookie", &*cookie)];
        for path in [format!("{PAGE}/1/nagot"), format!("{PAGE}/1/rapport.txt")] {
            let method = if path.ends_with("txt") { Method::GET } else { Method::POST };
            assert_eq!(app.send(method, &path, &headers, Body::empty()).await.status, expected, "{role:?}");
        }
        let forged = [KIND, ("cookie", &*cookie), ("origin", "https://annan.example")];
        let forged = app.send(Method::POST, PAGE, &forged, body.clone().into()).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        if role != Role::Admin {
            let refused = app.send(Method::POST, PAGE, &headers, body.clone().into()).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{role:?}");
        }
    }
    assert!(!app.state.media_folder.with_file_name("inflyttning").exists(), "nothing was stored");
}

#[tokio::test]
async fn a_dry_run_shows_and_the_button_imports() {
    let admin = Admin::new().await;
    let file = case("wxr-02-hemligt.xml");
    let (page, text) = admin.tried(&[("file", "wxr-02-hemligt.xml", &file)]).await;
    assert_told(
        &text,
        &["Provkörningen är klar", "Flytta in ", "utkast", "Låg i papperskorgen", "name=\"trash\""],
    );
    assert!(!text.contains("--trash"), "the option is a field here");
    assert_eq!(admin.posts().await, 0, "a dry run keeps nothing");
    let again = admin.press(&page, "provkor", "choices=ja&trash=ja").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let text = admin.settled(&page).await;
    assert_told(&text, &["name=\"trash\" value=\"ja\" checked"]);
    let generation = admin.app.state.db.generation();
    admin.press(&page, "flytta", "").await;
    let text = admin.settled(&page).await;
    assert_told(&text, &["Inflyttat från", "wxr-02-hemligt.xml", "Så här blev det", "Gör så här sedan"]);
    assert!(admin.posts().await > 0 && admin.app.state.db.generation() > generation);
    assert_told(
        &admin.get("/admin/handelser").await,
        &["flyttade in texter från filen", "wxr-02-hemligt.xml ("],
    );
    assert_told(&admin.get(PAGE).await, &["Tidigare inflyttningar", "wxr-02-hemligt.xml", "name=\"file\""]);
    let id = page.rsplit('=').next().unwrap();
    let report = admin.app.get_with(&format!("{PAGE}/{id}/rapport.txt"), &[("cookie", &admin.cookie)]).await;
    assert_eq!(report.header("content-type"), "text/plain; charset=utf-8");
    assert_told(report.text(), &["nya", "utkast: hade lösenord"]);
    let (_, text) = admin.tried(&[("file", "wxr-02-hemligt.xml", &file)]).await;
    assert_told(&text, &["finns redan här och är lika", "name=\"trash\""]);
}

#[tokio::test]
async fn pictures_come_from_the_zip_beside_the_file() {
    let admin = Admin::new().await;
    let file = case("wxr-04-bilagor.xml");
    let (page, text) = admin.tried(&[("file", "export.xml", &file)]).await;
    assert!(!text.contains("nya bilder") && !text.contains("En ny bild"), "{text}");
    let uploads = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import/wxr-04-bilagor.uploads");
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("uploads.zip");
    crate::import::zipped::zip(&zip, &[("uploads", uploads)]);
    let zip = std::fs::read(zip).unwrap();
    let id = page.rsplit('=').next().unwrap();
    let (same, text) = admin.tried(&[("replaces", "", id.as_bytes()), ("media", "uploads.zip", &zip)]).await;
    assert_eq!(same, page);
    assert_told(&text, &["Texterna kommer från", "export.xml", "Bilderna kommer från uploads.zip."]);
    assert!(text.contains("nya bilder") || text.contains("En ny bild"), "{text}");
    admin.press(&page, "avsluta", "").await;
    assert_told(&admin.get(PAGE).await, &["Vilken fil är det?"]);
    assert_eq!(
        std::fs::read_dir(admin.app.state.media_folder.with_file_name("inflyttning")).unwrap().count(),
        0
    );
}

#[tokio::test]
async fn a_table_of_old_addresses_leads_on() {
    let admin = Admin::new().await;
    let table = b"gammal adress,ny adress\n/i/a42007494/2020/12/,/blogg/2020/12\n/,/blogg\n";
    let (page, text) = admin.tried(&[("file", "adresser.csv", table)]).await;
    assert_told(&text, &["Flytta in en adress", "Startsidan kan inte leda någon annanstans"]);
    admin.press(&page, "flytta", "").await;
    assert_told(&admin.settled(&page).await, &["en adress har kommit in, men inte allt kom med"]);
    let old = admin.app.get("/i/a42007494/2020/12").await;
    assert_eq!((old.status, old.header("location")), (StatusCode::MOVED_PERMANENTLY, "/blogg/2020/12"));
}

#[tokio::test]
async fn what_cannot_be_read_is_said_and_another_file_can_take_its_place() {
    let admin = Admin::new().await;
    let (page, text) = admin.tried(&[("file", "bok.json", b"{\"a\":1}")]).await;
    assert_told(
        &text,
        &["Det gick inte hela vägen", "Filen bok.json är JSON och kan inte läggas in", "Byt fil"],
    );
    assert!(!text.contains("inflyttning/") && !text.contains("--kind"), "{text}");
    let id = page.rsplit('=').next().unwrap().to_owned();
    for (name, part) in [
        ("hostile-01-zip-slip.zip", "leder ut ur mappen"),
        ("hostile-04-bomb.zip", "packas upp till"),
        ("hostile-05-20000-tomma.zip", "för många filer"),
        ("hostile-06-entiteter.xml", "dokumenttyp"),
        ("wxr-19-avklippt.xml", "eller ta bara med de hela posterna."),
    ] {
        let file = case(name);
        let (_, text) = admin.tried(&[("replaces", "", id.as_bytes()), ("file", name, &file)]).await;
        assert_told(&text, &["Det gick inte hela vägen", part]);
    }
    assert_told(&admin.get(&page).await, &["name=\"incomplete\""]);
    admin.press(&page, "provkor", "choices=ja&incomplete=ja").await;
    assert_told(&admin.settled(&page).await, &["Inte allt kan följa med", "Flytta in 2 texter"]);
    assert!(!admin.app.state.media_folder.parent().unwrap().join("etc").exists());
}

#[tokio::test]
async fn a_form_without_a_file_or_half_of_one_leaves_nothing_and_says_so() {
    let admin = Admin::new().await;
    let none = admin.follow(&admin.send(&[("file", "", b""), ("media", "", b"")]).await).await;
    assert_told(
        &none,
        &["Välj filen från den gamla webbplatsen.", "aria-invalid=\"true\"", "Fel: Flytta in"],
    );
    let mut half = form(&[("file", "export.xml", &vec![b'x'; 600_000])]);
    half.truncate(500_000);
    let headers = [KIND, ("cookie", &*admin.cookie)];
    let response = admin.app.send(Method::POST, PAGE, &headers, half.into()).await;
    assert_told(&admin.follow(&response).await, &["Allt kom inte fram.", "name=\"file\""]);
    let alone = admin.send(&[("media", "bilder.zip", b"PK")]).await;
    assert_told(&admin.follow(&alone).await, &["Välj filen från den gamla webbplatsen."]);
    assert_eq!(
        std::fs::read_dir(admin.app.state.media_folder.with_file_name("inflyttning")).unwrap().count(),
        0
    );
}

#[tokio::test]
async fn a_second_one_is_told_of_the_first() {
    let admin = Admin::new().await;
    let file = case("wxr-01-datum.xml");
    let (page, _) = admin.tried(&[("file", "export.xml", &file)]).await;
    let start = admin.get(PAGE).await;
    assert_told(&start, &["En inflyttning är inte klar än", &format!("href=\"{page}\"")]);
    assert!(!start.contains("name=\"file\""));
    let second = admin.follow(&admin.send(&[("file", "annan.xml", &file)]).await).await;
    assert_told(&second, &["En annan inflyttning är inte klar än.", "export.xml"]);
    assert_told(&admin.get(&page).await, &["Provkörningen är klar"]);
}

#[tokio::test]
async fn settings_and_first_hour_lead_to_it() {
    let admin = Admin::new().await;
    for page in ["/admin/installningar", "/admin/borja"] {
        assert_told(&admin.get(page).await, &["href=\"/admin/installningar/flytta-in"]);
    }
}
