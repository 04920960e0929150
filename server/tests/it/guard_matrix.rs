//! Permissions: one list of every server function and every staff page, compared with the real responses.
//!
//! The functions come from the registry and the pages from the router, so a new one fails the test until its role is
//! listed here.

use app::documents::{self, Document, DocumentFormat};
use app::media::store::{NewPicture, add_picture};
use app::posts::Language;
use app::staff::Role::{self, Admin, Editor, Reviewer, Writer};
use app::time::UnixMillis;
use axum::body::Body;
use http::Method;
use sha2::{Digest as _, Sha256};

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";

/// The least role that may; none for everybody.
pub(crate) type Least = Option<Role>;
const EVERYBODY: Least = None;

pub(crate) const FUNCTIONS: [(&str, Least); 94] = [
    ("/api/board/clear", Some(Writer)),
    ("/api/board/fill", Some(Writer)),
    ("/api/board/move", Some(Writer)),
    ("/api/board/put", Some(Writer)),
    ("/api/board/reserves", Some(Editor)),
    ("/api/board/undo", Some(Writer)),
    ("/api/calendar/board", EVERYBODY),
    ("/api/calendar/choose_scene", Some(Editor)),
    ("/api/calendar/choose_scene_picture", Some(Editor)),
    ("/api/calendar/create_edition", Some(Editor)),
    ("/api/calendar/delete_edition", Some(Editor)),
    ("/api/calendar/door", EVERYBODY),
    ("/api/calendar/edition", EVERYBODY),
    ("/api/calendar/place_doors", Some(Editor)),
    ("/api/calendar/save_edition", Some(Editor)),
    ("/api/calendar/set_state", Some(Editor)),
    ("/api/calendar/undo_edition", Some(Editor)),
    ("/api/calendar/write_on_day", Some(Editor)),
    ("/api/comment/act", Some(Reviewer)),
    ("/api/comment/add", Some(Reviewer)),
    ("/api/consent/act", Some(Editor)),
    ("/api/consent/erase", Some(Editor)),
    ("/api/consent/save", Some(Editor)),
    ("/api/document/attach", Some(Writer)),
    ("/api/document/change", Some(Editor)),
    ("/api/document/delete", Some(Editor)),
    ("/api/document/restore", Some(Editor)),
    ("/api/document/use_former_file", Some(Editor)),
    ("/api/feedback/act", Some(Editor)),
    ("/api/feedback/answer", Some(Editor)),
    ("/api/name/exchange", Some(Writer)),
    ("/api/name/find", Some(Writer)),
    ("/api/picture/choices", Some(Writer)),
    ("/api/picture/crop", Some(Writer)),
    ("/api/picture/describe", Some(Writer)),
    ("/api/picture/restore", Some(Editor)),
    ("/api/picture/trash", Some(Editor)),
    ("/api/picture/undo_replacement", Some(Editor)),
    ("/api/reading/ask", Some(Writer)),
    ("/api/reading/cancel", Some(Writer)),
    ("/api/reading/give", Some(Reviewer)),
    ("/api/site/confirm_statement", Some(Admin)),
    ("/api/site/first_hour", Some(Admin)),
    ("/api/site/read", EVERYBODY),
    ("/api/site/save_settings", Some(Admin)),
    ("/api/site/start", EVERYBODY),
    ("/api/staff/ask_for_link", EVERYBODY),
    ("/api/staff/change_own_password", Some(Reviewer)),
    ("/api/staff/change_role", Some(Admin)),
    ("/api/staff/choose_letters", Some(Reviewer)),
    ("/api/staff/choose_password", EVERYBODY),
    ("/api/staff/close_account", Some(Admin)),
    ("/api/staff/end_other_sessions", Some(Reviewer)),
    ("/api/staff/end_session", Some(Reviewer)),
    ("/api/staff/first_account_page", EVERYBODY),
    ("/api/staff/forgotten_page", EVERYBODY),
    ("/api/staff/help", Some(Reviewer)),
    ("/api/staff/invite", Some(Admin)),
    ("/api/staff/log_in", EVERYBODY),
    ("/api/staff/log_in_page", EVERYBODY),
    ("/api/staff/log_out", EVERYBODY),
    ("/api/staff/make_first_account", EVERYBODY),
    ("/api/staff/me", Some(Reviewer)),
    ("/api/staff/open_account", Some(Admin)),
    ("/api/staff/own_account", Some(Reviewer)),
    ("/api/staff/password_page", EVERYBODY),
    ("/api/staff/people", Some(Admin)),
    ("/api/staff/preview", Some(Reviewer)),
    ("/api/staff/rail", Some(Reviewer)),
    ("/api/staff/renew_link", Some(Admin)),
    ("/api/staff/room", Some(Reviewer)),
    ("/api/staff/share", Some(Writer)),
    ("/api/staff/unshare", Some(Writer)),
    ("/api/tag/add", Some(Editor)),
    ("/api/tag/change", Some(Editor)),
    ("/api/tag/delete", Some(Editor)),
    ("/api/tag/merge", Some(Editor)),
    ("/api/tag/restore", Some(Editor)),
    ("/api/text/act", Some(Writer)),
    ("/api/text/autosave", Some(Writer)),
    ("/api/text/begin", Some(Writer)),
    ("/api/text/comparison", Some(Writer)),
    ("/api/text/discard_draft", Some(Writer)),
    ("/api/text/hang_back", Some(Writer)),
    ("/api/text/page", Some(Writer)),
    ("/api/text/restore_revision", Some(Writer)),
    ("/api/text/save_draft", Some(Writer)),
    ("/api/text/submit", Some(Writer)),
    ("/api/text/tag_many", Some(Writer)),
    ("/api/text/take_back_many", Some(Writer)),
    ("/api/text/take_over", Some(Writer)),
    ("/api/text/trash_many", Some(Writer)),
    ("/api/text/untag_many", Some(Writer)),
    ("/api/text/versions", Some(Writer)),
];

const PAGES: [(&str, Least); 37] = [
    ("/admin", Some(Reviewer)),
    ("/admin/bilder", Some(Reviewer)),
    ("/admin/bilder/:picture", Some(Reviewer)),
    ("/admin/borja", Some(Admin)),
    ("/admin/dokument", Some(Reviewer)),
    ("/admin/dokument/:document", Some(Reviewer)),
    ("/admin/etiketter", Some(Reviewer)),
    ("/admin/forhandsvisning/:kind/:number", Some(Reviewer)),
    ("/admin/forsta", EVERYBODY),
    ("/admin/glomt", EVERYBODY),
    ("/admin/handelser", Some(Admin)),
    ("/admin/hjalp", Some(Reviewer)),
    ("/admin/inlagg", Some(Reviewer)),
    ("/admin/inlagg/:id", Some(Writer)),
    ("/admin/inlagg/:id/jamfor", Some(Writer)),
    ("/admin/inlagg/:id/kommentarer", Some(Reviewer)),
    ("/admin/inlagg/:id/namn", Some(Writer)),
    ("/admin/inlagg/:id/samtycke", Some(Writer)),
    ("/admin/inlagg/:id/samtycke/ta-bort", Some(Editor)),
    ("/admin/inlagg/:id/versioner", Some(Writer)),
    ("/admin/installningar", Some(Admin)),
    ("/admin/installningar/:section", Some(Admin)),
    ("/admin/kalendrar", Some(Reviewer)),
    ("/admin/kalendrar/:id", Some(Reviewer)),
    ("/admin/kalendrar/:id/scen", Some(Editor)),
    ("/admin/kalendrar/ny", Some(Editor)),
    ("/admin/konto", Some(Reviewer)),
    ("/admin/logga-in", EVERYBODY),
    ("/admin/losenord/:token", EVERYBODY),
    ("/admin/meddelanden", Some(Editor)),
    ("/admin/meddelanden/:id", Some(Editor)),
    ("/admin/personer", Some(Admin)),
    ("/admin/samtycken", Some(Writer)),
    ("/admin/samtycken/borttaget/:id", Some(Editor)),
    ("/admin/sidor", Some(Reviewer)),
    ("/admin/statistik", Some(Reviewer)),
    ("/admin/tavla", Some(Reviewer)),
];

/// Staff pages outside the admin app: pages of the site, rendered over a copy.
const PREVIEWS: [&str; 4] = [
    "/admin/forhandsvisning/text/1/2026-12-07T08:00",
    "/admin/forhandsvisning/kalender/1/2026-12-24T08:00",
    "/admin/forhandsvisning/text/1/2026-12-24T08:00/sida",
    "/admin/forhandsvisning/text/1/2026-12-24T08:00/sida/kalender/2026/lucka/24",
];

/// The parameters of paths with the values that the tests use.
const PARTS: [(&str, &str); 7] = [
    ("token", TOKEN),
    ("document", DOCUMENT),
    ("id", "1"),
    ("section", "kontakt"),
    ("kind", "text"),
    ("number", "1"),
    ("picture", PICTURE),
];
const PICTURE: &str = "0123456789abcdef0123456789abcdef";
const DOCUMENT: &str = "00000000000000000000000000000001";
const TOKEN: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Fills in the parameters of a path.
fn at(path: &str) -> String {
    PARTS.iter().fold(path.to_owned(), |path, (part, value)| path.replace(&format!(":{part}"), value))
}

/// A client: the token in its cookie, and the role that its session should have.
struct TestClient {
    name: &'static str,
    token: Option<u8>,
    role: Option<Role>,
}

const fn client(name: &'static str, token: Option<u8>, role: Option<Role>) -> TestClient {
    TestClient { name, token, role }
}

const CLIENTS: [TestClient; 9] = [
    client("nobody", None, None),
    client("a made-up session", Some(99), None),
    client("a reviewer", Some(1), Some(Reviewer)),
    client("a writer", Some(2), Some(Writer)),
    client("an editor", Some(3), Some(Editor)),
    client("an admin", Some(4), Some(Admin)),
    client("an admin whose account is closed", Some(5), None),
    client("an admin who was silent for too long", Some(6), None),
    client("an admin who logged in too long ago", Some(7), None),
];

impl TestClient {
    fn cookie(&self) -> String {
        self.token.map_or("annan=1".into(), |token| {
            format!("__Host-guldkorn={}", format!("{token:02x}").repeat(32))
        })
    }

    fn may(&self, least: Least) -> bool {
        least.is_none_or(|least| self.role.is_some_and(|role| role >= least))
    }
}

async fn site() -> TestApp {
    let app = TestApp::demo(AT).await;
    let mut tx = app.state.db.write_quietly().await.unwrap();
    for (id, role) in
        [(1, Reviewer), (2, Writer), (3, Editor), (4, Admin), (5, Admin), (6, Admin), (7, Admin)]
    {
        let add =
            "insert into staff (id, email, name, role, state, created_at) values ($1, $2, 'Anna', $3, $4, 0)";
        let state = if id == 5 { "disabled" } else { "active" };
        let add = sqlx::query(add).bind(id).bind(format!("hemlig{id}@exempel.se")).bind(role.as_str());
        add.bind(state).execute(&mut *tx).await.unwrap();
    }
    let id = PICTURE.parse().unwrap();
    let picture =
        NewPicture { id, width: 1, height: 1, variants: vec![], alt: String::new(), added_by: None };
    add_picture(&mut tx, &picture, app.state.clock.now_millis()).await.unwrap();
    let document = Document {
        id: DOCUMENT.parse().unwrap(),
        title: "Rapporten".into(),
        language: Language::default(),
        file_id: DOCUMENT.parse().unwrap(),
        name: "rapport.txt".into(),
        format: DocumentFormat::Txt,
        bytes: 1,
        pages: None,
        is_tagged: None,
    };
    documents::store::add(&mut tx, &document, &[0; 32], None, UnixMillis(0)).await.unwrap();
    let message = "insert into feedback (id, receipt_hash, kind, description, received_at)
        values (1, zeroblob(32), 'fault', 'x', 0)";
    sqlx::query(message).execute(&mut *tx).await.unwrap();
    let erasure = "insert into erasures (id, erased_at, texts, pictures, documents) values (1, $1, 1, 0, 0)";
    sqlx::query(erasure).bind(app.state.clock.now_millis()).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    open_sessions(&app).await;
    app
}

/// Creates all sessions, again after a call that ended one.
async fn open_sessions(app: &TestApp) {
    const HOUR: i64 = 60 * 60_000;
    let now = app.state.clock.now_millis();
    let mut tx = app.state.db.write_quietly().await.unwrap();
    for token in 1..=7_u8 {
        let (created, seen) = match token {
            6 => (now - 9 * HOUR, now - 8 * HOUR),
            7 => (now - 7 * 24 * HOUR, now),
            _ => (now, now),
        };
        let add = "insert or ignore into staff_sessions (token_hash, staff_id, created_at, last_seen_at)
            values ($1, $2, $3, $4)";
        let add = sqlx::query(add).bind(Sha256::digest([token; 32]).to_vec()).bind(token).bind(created);
        add.bind(seen).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn call(app: &TestApp, method: &Method, path: &str, accept: &str, client: &TestClient) -> TestResponse {
    let cookie = client.cookie();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept", accept),
        ("cookie", cookie.as_str()),
    ];
    app.send(method.clone(), path, &headers, Body::empty()).await
}

/// Asserts that a rejection names no other account.
fn assert_no_personal_data(response: &TestResponse, client: &TestClient, what: &str) {
    for other in (1..=7).filter(|id| client.role.is_none() || client.token != Some(*id)) {
        assert!(!response.text().contains(&format!("hemlig{other}@")), "{what}: {}", response.text());
    }
}

#[test]
fn the_list_of_functions_is_complete() {
    let mut functions: Vec<_> = server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    functions.sort_unstable();
    assert_eq!(functions, FUNCTIONS.map(|(path, _)| path), "who may call it?");
}

#[tokio::test]
async fn the_list_of_pages_is_complete() {
    let routes = leptos_axum::generate_route_list(app::admin::AdminApp);
    let mut pages: Vec<_> = routes.iter().map(|route| route.path().to_owned()).collect();
    pages.retain(|path| path != "/*any" && !path.is_empty());
    pages.sort_unstable();
    let mut listed = PAGES.map(|(path, _)| {
        let steps = path.split('/').map(|step| match step.strip_prefix(':') {
            Some(name) => format!("{{{name}}}"),
            None => step.to_owned(),
        });
        steps.collect::<Vec<_>>().join("/")
    });
    listed.sort_unstable();
    assert_eq!(pages, listed, "who may see it?");
}

#[tokio::test]
async fn functions_called_by_the_app_are_guarded_as_listed() {
    let app = site().await;
    for (path, method) in server_fn::axum::server_fn_paths() {
        let least = FUNCTIONS.iter().find(|(listed, _)| *listed == path).expect("listed").1;
        for client in CLIENTS {
            let what = format!("{path} by {}", client.name);
            let response = call(&app, &method, path, "application/json", &client).await;
            let (status, code) = (response.status.as_u16(), response.text());
            if client.may(least) {
                assert!(![401, 403].contains(&status), "{what}: {status}");
            } else {
                let refusal =
                    if client.role.is_some() { (403, "\"Forbidden\"") } else { (401, "\"LogInFirst\"") };
                assert_eq!((status, code), refusal, "{what}");
                assert!(response.headers.get("set-cookie").is_none(), "{what}");
            }
            open_sessions(&app).await;
        }
    }
}

#[tokio::test]
async fn functions_called_by_plain_forms_are_guarded_as_listed() {
    let app = site().await;
    for (path, method) in server_fn::axum::server_fn_paths() {
        let least = FUNCTIONS.iter().find(|(listed, _)| *listed == path).expect("listed").1;
        for client in CLIENTS.iter().filter(|client| !client.may(least)) {
            let what = format!("{path} by {}", client.name);
            let response = call(&app, &method, path, "text/html", client).await;
            let way = if client.role.is_some() { "/admin" } else { "/admin/logga-in" };
            assert_eq!((response.status.as_u16(), response.header("location")), (302, way), "{what}");
            assert_no_personal_data(&response, client, &what);
        }
    }
}

#[tokio::test]
async fn pages_are_guarded_as_listed() {
    let app = site().await;
    for (path, least) in PAGES {
        let path = at(path);
        for client in CLIENTS {
            let what = format!("{path} by {}", client.name);
            let response = call(&app, &Method::GET, &path, "text/html", &client).await;
            let (status, way) = (response.status.as_u16(), response.header("location"));
            match (client.may(least), least) {
                (true, Some(_)) => assert_eq!(status, 200, "{what}"),
                // With a session, the log-in page redirects to the dashboard; a used link is gone.
                (true, None) => {
                    assert!([200, 302, 410].contains(&status) && way != "/admin/logga-in", "{what}");
                }
                (false, _) if client.role.is_some() => assert_eq!(status, 403, "{what}"),
                (false, _) => assert_eq!((status, way), (302, "/admin/logga-in"), "{what}"),
            }
            if !client.may(Some(Reviewer)) || status == 403 {
                assert_no_personal_data(&response, &client, &what);
            }
            assert_eq!(response.header("cache-control"), "private, no-store", "{what}");
        }
    }
}

#[tokio::test]
async fn previews_are_for_staff() {
    let app = site().await;
    for path in PREVIEWS {
        for client in CLIENTS {
            let what = format!("{path} by {}", client.name);
            let response = call(&app, &Method::GET, path, "text/html", &client).await;
            let expected = if client.may(Some(Reviewer)) { (200, "") } else { (302, "/admin/logga-in") };
            assert_eq!((response.status.as_u16(), response.header("location")), expected, "{what}");
            assert_eq!(response.body.is_empty(), expected.0 == 302, "{what}");
            assert_eq!(response.header("cache-control"), "private, no-store", "{what}");
            assert_no_personal_data(&response, &client, &what);
        }
    }
}

/// Returns other spellings of an address.
fn variants(path: &str) -> Vec<String> {
    let encoded = |at: usize| {
        let (before, letter) = (path.get(..at).unwrap_or_default(), path.as_bytes()[at]);
        format!("{before}%{letter:02X}{}", path.get(at + 1..).unwrap_or_default())
    };
    let last = path.len() - 1;
    vec![
        format!("{path}/"),
        format!("{path}//"),
        format!("/{path}"),
        format!("{path}/."),
        format!("{path}%2f"),
        format!("{path};x"),
        path.to_uppercase(),
        path.replacen("/a", "/A", 1),
        encoded(1),
        encoded(last),
    ]
}

#[tokio::test]
async fn no_spelling_of_an_address_gets_past_the_guard() {
    let app = site().await;
    let functions = server_fn::axum::server_fn_paths().map(|(path, method)| (path.to_owned(), method));
    let functions = functions.map(|(path, method)| {
        let least = FUNCTIONS.iter().find(|(listed, _)| *listed == path).expect("listed").1;
        (path, method, least)
    });
    let pages = PAGES.iter().map(|(path, least)| (at(path), Method::GET, *least));
    let previews = PREVIEWS.iter().map(|path| ((*path).to_owned(), Method::GET, Some(Reviewer)));
    for (path, method, least) in functions.chain(pages).chain(previews) {
        for (variant, client) in
            variants(&path).iter().flat_map(|variant| CLIENTS.iter().map(move |one| (variant, one)))
        {
            if client.may(least) {
                continue;
            }
            let what = format!("{method} {variant} by {}", client.name);
            let response = call(&app, &method, variant, "application/json, text/html", client).await;
            let status = response.status.as_u16();
            assert!([302, 308, 400, 401, 403, 404, 405].contains(&status), "{what}: {status}");
            if [302, 308].contains(&status) {
                let way = response.header("location");
                assert!(
                    way == path
                        || ["/admin", "/admin/logga-in"].contains(&way)
                        || way == path.replace("//", "/"),
                    "{what}: {way}"
                );
            }
            assert_no_personal_data(&response, client, &what);
        }
    }
}
