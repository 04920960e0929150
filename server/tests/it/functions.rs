//! Server functions over HTTP.

use axum::body::Body;
use http::{Method, StatusCode};

use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const LOG_IN: &str = "/api/staff/log_in";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn unknown_functions_are_not_there() {
    let app = TestApp::empty(AT).await;
    for method in [Method::GET, Method::POST] {
        let response = app.send(method, "/api/finns/inte", &[], Body::empty()).await;
        assert_eq!(response.status, StatusCode::NOT_FOUND);
        assert!(!response.text().contains("server function"), "{}", response.text());
    }
}

#[tokio::test]
async fn functions_that_write_only_accept_post() {
    let app = TestApp::empty(AT).await;
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE] {
        let response = app.send(method.clone(), LOG_IN, &[], Body::empty()).await;
        assert_eq!(
            (response.status, response.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "POST"),
            "{method}"
        );
    }
}

#[tokio::test]
async fn responses_to_forms_are_not_cached() {
    let app = TestApp::empty(AT).await;
    let body = Body::from("email=a%40exempel.se&password=fel");
    let headers = [FORM, ("accept", "text/html"), ("referer", "http://guldkorn.example/admin/logga-in")];
    let response = app.send(Method::POST, LOG_IN, &headers, body).await;
    assert_eq!(response.status, StatusCode::FOUND);
    assert_eq!(response.header("cache-control"), "no-store");
}

#[tokio::test]
async fn no_referer_leads_to_another_site() {
    let app = TestApp::demo(AT).await;
    for referer in [
        "https://other.example/",
        "https://other.example/a?b=c",
        "//other.example/",
        "https://other.example//ond.example/",
        "http://guldkorn.example//ond.example",
        "javascript:alert(1)",
        "nonsens",
        "",
    ] {
        for (path, method) in server_fn::axum::server_fn_paths() {
            let address = format!("{path}?slug=2026&edition=2026&day=7&address=/blogg&token=x");
            let headers = [FORM, ("accept", "text/html"), ("referer", referer)];
            let response = app.send(method.clone(), &address, &headers, Body::from("email=a")).await;
            let location = response.header("location");
            let is_ours = location.is_empty() || location.starts_with('/') && !location.starts_with("//");
            assert!(is_ours, "{method} {path} from {referer} leads to {location}");
        }
    }
    let headers = [("accept", "text/html"), ("referer", "http://guldkorn.example/blogg?sida=2")];
    let response = app.get_with("/api/site/start", &headers).await;
    assert_eq!(response.header("location"), "/blogg?sida=2");
}

/// Anybody may call a function with anything: none may break the server.
#[tokio::test]
async fn invalid_input_breaks_no_function() {
    let app = TestApp::demo(AT).await;
    for (path, method) in server_fn::axum::server_fn_paths() {
        for (kind, body) in [
            (FORM.1, ""),
            (FORM.1, "x=%00%ff&=&&&"),
            ("application/json", "{\"x\":[[[["),
            ("application/json", "null"),
            ("multipart/form-data", "x"),
        ] {
            let address = if method == Method::GET { format!("{path}?x=1") } else { path.to_owned() };
            let response =
                app.send(method.clone(), &address, &[("content-type", kind)], Body::from(body)).await;
            assert!(response.status.as_u16() < 600 && response.status != 503, "{method} {path}");
            assert!(
                !response.text().contains("<h1>Något gick fel"),
                "a panic: {method} {path} {kind} {body}"
            );
        }
    }
}

#[tokio::test]
async fn errors_have_their_own_status_and_no_text() {
    let app = TestApp::demo(AT).await;
    for (address, status, code) in [
        ("/api/calendar/door?edition=2026&day=25", 404, "\"NotFound\""),
        ("/api/calendar/edition?slug=1999", 404, "\"NotFound\""),
        ("/api/calendar/door?edition=2026&day=sju", 422, "\"Invalid\""),
        ("/api/site/read?address=/inlagg/finns-inte", 404, "\"NotFound\""),
    ] {
        let response = app.get(address).await;
        assert_eq!((response.status.as_u16(), response.text()), (status, code), "{address}");
    }
}

/// A cached response would show doors in an old state: late at an opening, early when the clock is set back.
#[tokio::test]
async fn responses_to_reads_are_not_cached() {
    let app = TestApp::demo(AT).await;
    for (path, method) in server_fn::axum::server_fn_paths() {
        if method == Method::GET {
            for address in
                [path.to_owned(), format!("{path}?slug=2026&edition=2026&day=7&address=/blogg&token=x")]
            {
                let response = app.get(&address).await;
                assert_eq!(response.header("cache-control"), "no-store", "{address} {}", response.status);
            }
        }
    }
}

/// Page data in the response and in the document is escaped once.
#[tokio::test]
async fn page_data_is_not_json_within_json() {
    let app = TestApp::demo(AT).await;
    let response = app.get("/api/calendar/edition?slug=2026").await;
    assert_eq!(response.header("content-type"), "application/json");
    let data: serde_json::Value = serde_json::from_str(response.text()).unwrap();
    assert!(data.is_object(), "{data}");
    let page = app.get("/admin/glomt").await;
    let (_, resources) = page.text().split_once("__RESOLVED_RESOURCES").unwrap();
    assert!(resources.contains(r#"\"title\":"#) && !resources.contains(r#"\\\"title\\\":"#), "{resources}");
}
