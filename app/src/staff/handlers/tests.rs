//! The server functions over HTTP, as a browser, our client and curl call them.

use axum::body::{Body, to_bytes};
use axum::response::IntoResponse;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use leptos::prelude::provide_context;

use super::super::testing::{PASSWORD, TestSite};
use super::super::{Role, accounts};

const HTML: &str = "text/html,application/xhtml+xml,*/*;q=0.8";
const CURL: &str = "*/*";
const CLIENT: &str = "application/json";

/// A browser with its cookies.
struct Browser<'a> {
    site: &'a TestSite,
    accept: &'static str,
    cookies: Vec<(String, String)>,
}

struct Response {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Response {
    fn location(&self) -> &str {
        self.headers.get(LOCATION).and_then(|location| location.to_str().ok()).unwrap_or_default()
    }

    fn redirects_to(&self, path: &str) -> bool {
        self.status == StatusCode::FOUND && self.location() == path
    }
}

impl<'a> Browser<'a> {
    fn new(site: &'a TestSite, accept: &'static str) -> Self {
        Self { site, accept, cookies: Vec::new() }
    }

    async fn post(&mut self, function: &str, form: &str) -> Response {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::post(format!("/api/staff/{function}"))
            .header(HOST, "localhost:3000")
            .header(ACCEPT, self.accept)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(COOKIE, cookies.join("; "))
            .body(Body::from(form.to_owned()))
            .expect("a request");
        let state = self.site.state.clone();
        let response =
            leptos_axum::handle_server_fns_with_context(move || provide_context(state.clone()), request);
        let response = response.await.into_response();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 100_000).await.expect("a body");
        self.store_cookies(&parts.headers);
        let text = String::from_utf8(body.to_vec()).expect("text");
        // A page's data is JSON in a JSON string; an outcome that is a mere word stays as it is.
        let body = serde_json::from_str(&text).ok().filter(|data: &String| data.starts_with(['{', 'n']));
        Response { status: parts.status, headers: parts.headers, body: body.unwrap_or(text) }
    }

    fn store_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(SET_COOKIE) {
            let cookie = cookie::Cookie::parse(cookie.to_str().expect("text")).expect("a cookie");
            self.cookies.retain(|(name, _)| name != cookie.name());
            if cookie.max_age().is_none_or(cookie::time::Duration::is_positive) {
                self.cookies.push((cookie.name().to_owned(), cookie.value().to_owned()));
            }
        }
    }

    fn has(&self, name: &str) -> bool {
        self.cookies.iter().any(|(cookie, _)| cookie == name)
    }
}

fn right() -> String {
    format!("email=anna%40exempel.se&password={}", PASSWORD.replace(' ', "+").replace('ö', "%C3%B6"))
}

#[tokio::test]
async fn a_plain_form_and_curl_are_redirected_to_the_dashboard_with_a_cookie() {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    for accept in [HTML, CURL] {
        let mut browser = Browser::new(&site, accept);
        let response = browser.post("log_in", &right()).await;
        assert!(response.redirects_to("/admin"), "{accept}: {} {}", response.status, response.location());
        assert!(!response.headers.contains_key("serverfnredirect"));
        assert!(browser.has("guldkorn"));
        assert!(Browser { accept: CLIENT, ..browser }.post("me", "").await.body.contains("anna@exempel.se"));
    }
}

#[tokio::test]
async fn our_client_gets_the_redirect_in_headers() {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    let mut browser = Browser::new(&site, CLIENT);
    let response = browser.post("log_in", &right()).await;
    assert_eq!(
        (response.status, response.location(), response.body.as_str()),
        (StatusCode::OK, "/admin", "\"Done\"")
    );
    assert!(response.headers.contains_key("serverfnredirect") && browser.has("guldkorn"));
}

#[tokio::test]
async fn a_refused_form_comes_back_with_what_was_typed_once_and_to_that_browser_only() {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    for accept in [HTML, CURL] {
        let mut browser = Browser::new(&site, accept);
        let response = browser.post("log_in", "email=Anna%40exempel.se&password=hemligheten").await;
        assert!(
            response.redirects_to("/admin/logga-in"),
            "{accept}: {} {}",
            response.status,
            response.location()
        );
        assert!(browser.has("guldkorn-flash") && !browser.has("guldkorn"));

        let mut other = Browser::new(&site, CLIENT);
        assert!(other.post("log_in_page", "").await.body.contains("\"error\":null"));
        let mut client = Browser { accept: CLIENT, ..browser };
        let form = client.post("log_in_page", "").await.body;
        assert!(form.contains("\"Wrong\"") && form.contains("Anna@exempel.se"), "{form}");
        assert!(!form.contains("hemligheten"));
        assert!(!client.has("guldkorn-flash"));
        assert!(client.post("log_in_page", "").await.body.contains("\"error\":null"), "taken once");
    }
    site.advance(30_000);
    Browser::new(&site, HTML).post("log_in", "email=&password=").await;
    assert_eq!(site.count("select count(*) from flashes").await, 1, "only what is new is stored");
}

#[tokio::test]
async fn a_message_is_gone_after_five_minutes_and_no_more_than_a_thousand_wait() {
    let site = TestSite::new().await;
    let mut browser = Browser::new(&site, HTML);
    browser.post("log_in", "email=&password=").await;
    site.advance(5 * 60_000);
    browser.accept = CLIENT;
    assert!(browser.post("log_in_page", "").await.body.contains("\"error\":null"));
    for _ in 0..1010 {
        Browser::new(&site, HTML).post("log_in", "email=&password=").await;
    }
    assert_eq!(site.count("select count(*) from flashes").await, 1000);
}

#[tokio::test]
async fn our_client_gets_the_error_itself() {
    let site = TestSite::new().await;
    let mut browser = Browser::new(&site, CLIENT);
    let response = browser.post("log_in", "email=anna%40exempel.se&password=fel").await;
    assert_eq!((response.status, response.body.as_str()), (StatusCode::OK, "{\"Refused\":\"Wrong\"}"));
    assert!(response.location().is_empty() && browser.cookies.is_empty());
    assert!(browser.post("log_in", "").await.body.contains("Email"), "missing fields are empty fields");
}

#[tokio::test]
async fn logging_out_ends_the_session_everywhere() {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    let mut browser = Browser::new(&site, HTML);
    browser.post("log_in", &right()).await;
    let mut copy = Browser { site: &site, accept: CLIENT, cookies: browser.cookies.clone() };
    assert_eq!(copy.post("me", "").await.status, StatusCode::OK);
    let response = browser.post("log_out", "").await;
    assert!(response.redirects_to("/admin/logga-in") && !browser.has("guldkorn"));
    assert_eq!(copy.post("me", "").await.status, StatusCode::UNAUTHORIZED);
    assert!(Browser { accept: HTML, ..copy }.post("me", "").await.redirects_to("/admin/logga-in"));
    assert!(
        Browser::new(&site, CURL).post("log_out", "").await.redirects_to("/admin/logga-in"),
        "without a session, too"
    );
}

#[tokio::test]
async fn a_password_is_chosen_by_form_and_the_log_in_page_says_so() {
    let site = TestSite::new().await;
    let token = site.invite("anna@exempel.se").await;
    let mut browser = Browser::new(&site, HTML);
    let response = browser.post("choose_password", &format!("token={token}&password=kort")).await;
    assert!(response.redirects_to(&format!("/admin/losenord/{token}")));
    let mut client = Browser { accept: CLIENT, ..browser };
    assert!(client.post("password_page", &format!("token={token}")).await.body.contains("TooShort"));
    let mut browser = Browser { accept: HTML, ..client };
    let response =
        browser.post("choose_password", &format!("token={token}&password=ett+nytt+losenord")).await;
    assert!(response.redirects_to("/admin/logga-in"));
    let mut client = Browser { accept: CLIENT, ..browser };
    let form = client.post("log_in_page", "").await.body;
    assert!(form.contains("\"password_saved\":true") && form.contains("anna@exempel.se"), "{form}");
    assert_eq!(client.post("password_page", &format!("token={token}")).await.body, "null");
}

#[tokio::test]
async fn a_made_up_link_leads_nowhere_else() {
    let site = TestSite::new().await;
    for token in ["", "..%2F..%2F%2Fond.example", "%0d%0aSet-Cookie%3A+x", "%C3%A5"] {
        let response =
            Browser::new(&site, HTML).post("choose_password", &format!("token={token}&password=x")).await;
        assert_eq!(response.status, StatusCode::FOUND);
        assert!(response.location().starts_with("/admin/"), "{}", response.location());
    }
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once() {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    let mut browser = Browser::new(&site, HTML);
    browser.post("log_in", &right()).await;
    accounts::disable(&site.state.db, "anna@exempel.se").await.expect("disables");
    assert!(browser.post("me", "").await.redirects_to("/admin/logga-in"));
}
