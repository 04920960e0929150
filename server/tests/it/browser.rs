//! A browser without JavaScript: it stores cookies, sends plain forms and parses pages.

use app::staff::Role;
use app::staff::accounts::{self, NewAccount};
use axum::body::Body;
use http::Method;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use scraper::{Html, Selector};

use crate::test_app::{TestApp, TestResponse};

/// The password of every account that [`add`] creates.
pub(crate) const PASSWORD: &str = "tre blåa grytor";

/// Creates a staff account.
pub(crate) async fn add(app: &TestApp, email: &str, name: &str, role: Role) {
    let new = NewAccount { email, name, role, password: Some(PASSWORD) };
    accounts::add(&app.state.db, new, app.state.clock.now_millis()).await.unwrap();
}

/// A browser with its cookies.
pub(crate) struct Browser<'a> {
    app: &'a TestApp,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    pub(crate) const fn new(app: &'a TestApp) -> Self {
        Self { app, cookies: Vec::new() }
    }

    /// Another window of the same browser.
    pub(crate) fn with_cookies_of(other: &Self) -> Self {
        Self { app: other.app, cookies: other.cookies.clone() }
    }

    pub(crate) async fn send(&mut self, method: Method, path: &str, form: &[(&str, &str)]) -> TestResponse {
        let value = |value: &str| utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
        let form: Vec<_> = form.iter().map(|(name, typed)| format!("{name}={}", value(typed))).collect();
        let form = form.join("&").into_bytes();
        self.send_body(method, path, "application/x-www-form-urlencoded", form).await
    }

    async fn send_body(
        &mut self,
        method: Method,
        path: &str,
        content_type: &str,
        body: Vec<u8>,
    ) -> TestResponse {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let headers = [("accept", "text/html"), ("content-type", content_type), ("cookie", cookies.as_str())];
        let response = self.app.send(method, path, &headers, Body::from(body)).await;
        for cookie in response.headers.get_all("set-cookie") {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(kept, _)| kept != name);
            if !rest.contains("Max-Age=0") {
                self.cookies.push((name.to_owned(), rest.split(';').next().unwrap().to_owned()));
            }
        }
        response
    }

    /// Sends a form with files, each as the name of its field, its own name and its content, and returns the address that
    /// the response redirects to.
    pub(crate) async fn upload(&mut self, path: &str, fields: &[(&str, &str, &[u8])]) -> String {
        let mut body = Vec::new();
        for (field, file, content) in fields {
            let file = if file.is_empty() { String::new() } else { format!("; filename=\"{file}\"") };
            let head = format!("--grans\r\ncontent-disposition: form-data; name=\"{field}\"{file}\r\n\r\n");
            body.extend(head.bytes());
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(b"--grans--\r\n");
        let response = self.send_body(Method::POST, path, "multipart/form-data; boundary=grans", body).await;
        assert!(response.status.is_redirection(), "{} {}", response.status, response.text());
        response.header("location").to_owned()
    }

    /// Returns the value of a cookie that the browser has.
    pub(crate) fn cookie(&self, name: &str) -> &str {
        let cookie = self.cookies.iter().find(|(kept, _)| kept == name);
        cookie.map(|(_, value)| value.as_str()).expect("the cookie")
    }

    pub(crate) async fn see(&mut self, path: &str) -> Page {
        let response = self.send(Method::GET, path, &[]).await;
        assert_eq!(response.status, 200, "{path} leads to {}", response.header("location"));
        Page(Html::parse_document(response.text()))
    }

    /// Sends a form and loads the page that it redirects to.
    pub(crate) async fn form(&mut self, function: &str, form: &[(&str, &str)], back: &str) -> Page {
        let response = self.send(Method::POST, &format!("/api/{function}"), form).await;
        assert_eq!((response.status.as_u16(), response.header("location")), (302, back), "{function}");
        self.see(back).await
    }

    pub(crate) async fn log_in(&mut self, email: &str, password: &str) -> bool {
        let form = [("email", email), ("password", password)];
        let response = self.send(Method::POST, "/api/staff/log_in", &form).await;
        response.header("location") == "/admin"
    }

    /// Creates an account and logs in with it.
    pub(crate) async fn of(app: &'a TestApp, name: &str, role: Role) -> Self {
        let email = format!("{}@exempel.se", name.to_lowercase());
        add(app, &email, name, role).await;
        let mut browser = Self::new(app);
        assert!(browser.log_in(&email, PASSWORD).await);
        browser
    }
}

/// A parsed page.
pub(crate) struct Page(pub(crate) Html);

impl Page {
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.0.select(&selector).map(|element| element.text().collect::<String>()).collect()
    }

    pub(crate) fn says(&self, words: &str) -> bool {
        self.texts(".notice").iter().any(|notice| notice.contains(words))
    }

    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.0.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// Returns the names of all attributes of all elements.
    pub(crate) fn attribute_names(&self) -> Vec<String> {
        let everything = Selector::parse("*").unwrap();
        let names =
            self.0.select(&everything).flat_map(|element| element.value().attrs().map(|(name, _)| name));
        names.map(str::to_owned).collect()
    }

    /// Returns the id of an account in the list.
    pub(crate) fn id_of(&self, name: &str) -> String {
        let (entries, id) =
            (Selector::parse(".entries > li").unwrap(), Selector::parse("input[name=id]").unwrap());
        let entry = self.0.select(&entries).find(|entry| entry.text().any(|text| text.trim() == name));
        entry
            .and_then(|entry| entry.select(&id).next())
            .and_then(|id| id.attr("value"))
            .expect("listed")
            .to_owned()
    }
}
