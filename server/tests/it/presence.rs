//! The streams of who else has a post open in the editor; `board_stream` has those of a board.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use app::staff::Role;
use axum::body::Body;
use http::{HeaderMap, Method, Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::Value;
use server::metrics::MetricsToken;
use server::router::router;
use tower::ServiceExt as _;

use crate::browser::{Browser, PASSWORD, add};
use crate::program::{Running, run};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
/// Much longer than the stream waits before it sends a change, and shorter than it is silent when there is none.
const SOON: Duration = Duration::from_secs(15);

/// A staff member with a browser, and with the session's cookie for requests that a browser makes by itself.
pub(crate) struct Person<'a> {
    pub(crate) app: &'a TestApp,
    pub(crate) browser: Browser<'a>,
    pub(crate) cookie: String,
}

impl<'a> Person<'a> {
    pub(crate) async fn new(app: &'a TestApp, name: &str, role: Role) -> Self {
        let email = format!("{}@exempel.se", name.to_lowercase());
        add(app, &email, name, role).await;
        let mut browser = Browser::new(app);
        let form = [("email", &*email), ("password", PASSWORD)];
        let response = browser.send(Method::POST, "/api/staff/log_in", &form).await;
        Self { app, browser, cookie: session_cookie(&response.headers) }
    }

    /// Creates an article and returns its id.
    async fn begin(&mut self) -> String {
        let response = self.browser.send(Method::POST, "/api/text/begin", &[("kind", "article")]).await;
        response.header("location").strip_prefix("/admin/inlagg/").expect("its editor").to_owned()
    }

    async fn request(&self, method: Method, post: &str, base: &str) -> Response<Body> {
        self.listen(method, &format!("/admin/inlagg/{post}/narvaro?fran={base}")).await
    }

    /// Sends the request for a stream.
    pub(crate) async fn listen(&self, method: Method, address: &str) -> Response<Body> {
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header("host", "guldkorn.example")
            .header("accept", "text/event-stream")
            .header("accept-encoding", "gzip, br")
            .header("cookie", &self.cookie);
        let router = router(self.app.state.clone(), &self.app.site_files(), MetricsToken::default());
        router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    async fn status(&self, post: &str) -> StatusCode {
        self.request(Method::GET, post, "0").await.status()
    }

    async fn open(&self, post: &str) -> Stream {
        let response = self.request(Method::GET, post, "1").await;
        assert_eq!(response.status(), StatusCode::OK);
        Stream(response.into_body())
    }
}

fn session_cookie(headers: &HeaderMap) -> String {
    let cookies = headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    let mut cookies = cookies.filter_map(|cookie| cookie.split(';').next());
    cookies.find(|cookie| cookie.starts_with("__Host-guldkorn=")).expect("a session").to_owned()
}

pub(crate) struct Stream(pub(crate) Body);

impl Stream {
    /// The next event; none when the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<Value> {
        let frame = tokio::time::timeout(SOON, self.0.frame()).await.expect("an event in time")?;
        let bytes = frame.unwrap().into_data().unwrap();
        let text = str::from_utf8(&bytes).unwrap();
        let json = text.strip_prefix("data: ").and_then(|text| text.strip_suffix("\n\n"));
        Some(serde_json::from_str(json.expect("one event")).unwrap())
    }

    pub(crate) async fn here(&mut self) -> String {
        self.next().await.expect("an event")["here"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn staff_in_the_same_post_see_each_other_come_and_go() {
    let app = TestApp::empty(AT).await;
    let mut anna = Person::new(&app, "Anna", Role::Editor).await;
    let bo = Person::new(&app, "Bo", Role::Writer).await;
    let (post, other_post) = (anna.begin().await, anna.begin().await);
    let mut annas = anna.open(&post).await;
    assert_eq!(annas.here().await, "");
    let mut elsewhere = bo.open(&other_post).await;
    assert_eq!(elsewhere.here().await, "", "in another post");
    // Anna's stream is already waiting when it happens.
    let (mut bos, here) = tokio::join!(bo.open(&post), annas.here());
    assert_eq!(here, "Bo är också här.");
    assert_eq!(bos.here().await, "Anna är också här.");

    let page = anna.browser.see(&format!("/admin/inlagg/{post}")).await;
    assert_eq!(page.texts("#company"), ["Bo är också här."], "also without JavaScript");
    let (here, ()) = tokio::join!(annas.here(), async { drop(bos) });
    assert_eq!(here, "");
    let page = anna.browser.see(&format!("/admin/inlagg/{post}")).await;
    assert_eq!(page.texts("#company"), [" "]);
}

#[tokio::test]
async fn the_stream_announces_a_newer_version() {
    let app = TestApp::empty(AT).await;
    let mut anna = Person::new(&app, "Anna", Role::Editor).await;
    let mut bo = Person::new(&app, "Bo", Role::Writer).await;
    let post = anna.begin().await;
    let editor = format!("/admin/inlagg/{post}");
    let page = anna.browser.see(&editor).await;
    let base = page.attributes("#text > input[name=base_revision]", "value").remove(0);
    let mut stream = Stream(anna.request(Method::GET, &post, &base).await.into_body());
    assert_eq!(stream.next().await.unwrap()["newer"], "");
    let form = [("id", &*post), ("base_revision", &*base), ("draft_version", "0"), ("title", "Bos rubrik")];
    let (event, _) = tokio::join!(stream.next(), bo.browser.form("text/submit", &form, &editor));
    let event = event.unwrap();
    let notice = event["newer"].as_str().unwrap();
    assert!(notice.contains("Bo sparade en nyare version"), "{notice}");
}

#[tokio::test]
async fn the_response_is_private_and_sent_as_it_comes() {
    let app = TestApp::empty(AT).await;
    let mut anna = Person::new(&app, "Anna", Role::Writer).await;
    let post = anna.begin().await;
    let response = anna.request(Method::GET, &post, "1").await;
    let header = |name| response.headers().get(name).map(|value| value.to_str().unwrap());
    assert_eq!(header("content-type"), Some("text/event-stream"));
    assert_eq!(header("cache-control"), Some("private, no-store"));
    assert_eq!(header("x-accel-buffering"), Some("no"));
    assert_eq!((header("content-encoding"), header("content-length")), (None, None));
}

#[tokio::test]
async fn only_staff_who_write_may_listen() {
    let app = TestApp::empty(AT).await;
    let mut anna = Person::new(&app, "Anna", Role::Writer).await;
    let post = anna.begin().await;
    let reviewer = Person::new(&app, "Rut", Role::Reviewer).await;
    let nobody = Person { app: &app, browser: Browser::new(&app), cookie: "annan=1".into() };
    assert_eq!(reviewer.status(&post).await, StatusCode::FORBIDDEN);
    assert_eq!(nobody.status(&post).await, StatusCode::UNAUTHORIZED);
    assert_eq!(anna.status("999").await, StatusCode::NOT_FOUND);
    let response = anna.request(Method::POST, &post, "1").await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(
        anna.app.state.extensions.get::<app::posts::Presence>().is_empty(),
        "nobody who was refused counts as present"
    );
    anna.browser.send(Method::POST, "/api/staff/log_out", &[]).await;
    assert_eq!(anna.status(&post).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_streams_of_one_person_are_limited() {
    let app = TestApp::empty(AT).await;
    let mut anna = Person::new(&app, "Anna", Role::Writer).await;
    let post = anna.begin().await;
    let mut open = Vec::new();
    while open.len() < 10 {
        let response = anna.request(Method::GET, &post, "1").await;
        if response.status() != StatusCode::OK {
            assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
            break;
        }
        open.push(response);
    }
    assert_eq!(open.len(), 3);
    open.pop();
    assert_eq!(anna.status(&post).await, StatusCode::OK);
}

#[tokio::test]
async fn the_stream_ends_with_the_session() {
    let app = TestApp::empty(AT).await;
    let mut anna = Person::new(&app, "Anna", Role::Writer).await;
    let post = anna.begin().await;
    let mut stream = anna.open(&post).await;
    assert_eq!(stream.here().await, "");
    let log_out = anna.browser.send(Method::POST, "/api/staff/log_out", &[]);
    assert_eq!(tokio::join!(stream.next(), log_out).0, None);
}

#[test]
fn an_open_stream_does_not_delay_the_end_of_the_server() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(folder.path(), &[]);
    let data = folder.path().join("data");
    let added = run(
        &[
            "staff",
            "add",
            "--data",
            data.to_str().unwrap(),
            "--email",
            "anna@exempel.se",
            "--name",
            "Anna",
            "--role",
            "writer",
            "--password-stdin",
        ],
        PASSWORD,
    );
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let log_in = format!("email=anna%40exempel.se&password={}", PASSWORD.replace(' ', "+"));
    let head = post(&server, "/api/staff/log_in", "", &log_in);
    let cookie = header(&head, "set-cookie: guldkorn=").split(';').next().unwrap().to_owned();
    let head = post(&server, "/api/text/begin", &format!("Cookie: guldkorn={cookie}\r\n"), "kind=article");
    let editor = header(&head, "location: ").to_owned();

    let mut stream = TcpStream::connect(server.addr).unwrap();
    let request =
        format!("GET {editor}/narvaro HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: guldkorn={cookie}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.starts_with("data: ")), "it has begun");
    let start = Instant::now();
    server.terminate();
    assert!(server.ended().success());
    // For a request under way the server would wait eight seconds.
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
}

/// Sends a form and returns the head of the response.
fn post(server: &Running, path: &str, headers: &str, form: &str) -> String {
    let mut stream = TcpStream::connect(server.addr).unwrap();
    let length = form.len();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n{headers}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response.split("\r\n\r\n").next().unwrap_or_default().to_owned()
}

/// Returns the rest of the header line that begins like this.
fn header<'a>(head: &'a str, begin: &str) -> &'a str {
    head.lines()
        .find_map(|line| line.strip_prefix(begin))
        .unwrap_or_else(|| unreachable!("{begin} in {head}"))
}
