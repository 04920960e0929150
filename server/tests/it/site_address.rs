//! The site's own address: its other forms lead there, and nothing else does.

use app::staff::network::Peer;
use axum::body::Body;
use http::{Method, Request, StatusCode};

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";
const PROXY: [u8; 4] = [127, 0, 0, 1];
const STRANGER: [u8; 4] = [192, 0, 2, 7];

async fn set_address(app: &TestApp, address: &str) {
    let mut writer = app.state.db.write_content().await.unwrap();
    let set = sqlx::query("update site_settings set address = $1").bind(address);
    set.execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

async fn ask(
    app: &TestApp,
    method: Method,
    address: &str,
    peer: [u8; 4],
    headers: &[(&str, &str)],
) -> TestResponse {
    let request =
        headers.iter().fold(Request::builder().method(method).uri(address), |request, (name, value)| {
            request.header(*name, *value)
        });
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert(Peer(peer.into()));
    app.send_request(request).await
}

/// Returns where a request of a proxy is led; nothing if it is answered.
async fn led_to(app: &TestApp, address: &str, headers: &[(&str, &str)]) -> Option<String> {
    let response = ask(app, Method::GET, address, PROXY, headers).await;
    (response.status == StatusCode::PERMANENT_REDIRECT).then(|| response.header("location").to_owned())
}

#[tokio::test]
async fn without_an_address_every_host_is_answered() {
    let app = TestApp::demo(AT).await;
    set_address(&app, "").await;
    for host in ["mia.example", "www.mia.example", "127.0.0.1:3000"] {
        for proto in ["http", "https"] {
            assert_eq!(
                led_to(&app, "/blogg", &[("host", host), ("x-forwarded-proto", proto)]).await,
                None,
                "{host}"
            );
        }
    }
}

#[tokio::test]
async fn other_forms_lead_to_the_same_path_at_the_address() {
    let app = TestApp::demo(AT).await;
    set_address(&app, "https://mia.example").await;
    for host in
        ["www.mia.example", "WWW.Mia.Example", "www.mia.example:80", "mia.example.", "www.mia.example:443"]
    {
        for address in ["/", "/blogg?sida=2&a=%C3%A5", "/kalender/2026/lucka/7", "/finns-inte", "/feed.xml"] {
            let led = led_to(&app, address, &[("host", host), ("x-forwarded-proto", "https")]).await;
            assert_eq!(led, Some(format!("https://mia.example{address}")), "{host}");
        }
    }
    let http = [("host", "mia.example"), ("x-forwarded-proto", "http")];
    assert_eq!(led_to(&app, "/om", &http).await.as_deref(), Some("https://mia.example/om"));
    let standard = [("host", "mia.example"), ("forwarded", "for=192.0.2.1;proto=http;host=mia.example")];
    assert_eq!(led_to(&app, "/om", &standard).await.as_deref(), Some("https://mia.example/om"));
    let head = ask(&app, Method::HEAD, "/om", PROXY, &http).await;
    assert_eq!((head.status, head.header("cache-control")), (StatusCode::PERMANENT_REDIRECT, "no-store"));
    set_address(&app, "http://www.mia.example").await;
    let bare = [("host", "mia.example"), ("x-forwarded-proto", "http")];
    assert_eq!(led_to(&app, "/om", &bare).await.as_deref(), Some("http://www.mia.example/om"));
    let own = [("host", "www.mia.example"), ("x-forwarded-proto", "http")];
    assert_eq!(led_to(&app, "/om", &own).await, None, "an address without TLS asks for none");
}

#[tokio::test]
async fn what_is_at_the_address_is_never_led_round_in_a_circle() {
    let app = TestApp::demo(AT).await;
    set_address(&app, "https://mia.example").await;
    for headers in [
        &[("host", "mia.example"), ("x-forwarded-proto", "https")][..],
        // A proxy that says nothing.
        &[("host", "mia.example")],
        // One within another, which ended TLS.
        &[("host", "mia.example"), ("x-forwarded-proto", "https, http")],
        // One that calls it http, while the browser shows that it is not.
        &[("host", "mia.example"), ("x-forwarded-proto", "http"), ("sec-fetch-site", "none")],
        // One that writes another host, and says so.
        &[("host", "www.mia.example"), ("x-forwarded-host", "mia.example"), ("x-forwarded-proto", "https")],
        &[("host", "www.mia.example"), ("forwarded", "host=mia.example;proto=https")],
        // One that writes the server's own host.
        &[("host", "127.0.0.1:3000"), ("x-forwarded-proto", "http")],
        &[("host", "localhost:3000"), ("x-forwarded-proto", "http")],
        &[("host", "[::1]:3000"), ("x-forwarded-proto", "http")],
    ] {
        assert_eq!(led_to(&app, "/om", headers).await, None, "{headers:?}");
    }
    let stranger = [("host", "mia.example"), ("x-forwarded-proto", "http")];
    let response = ask(&app, Method::GET, "/om", STRANGER, &stranger).await;
    assert_eq!(response.status, StatusCode::OK, "a stranger's word about TLS is none");
    for local in ["http://127.0.0.1:3000", "https://localhost"] {
        set_address(&app, local).await;
        let host = [("host", "www.localhost"), ("x-forwarded-proto", "http")];
        assert_eq!(led_to(&app, "/om", &host).await, None, "{local}");
    }
}

#[tokio::test]
async fn no_host_leads_anywhere_but_to_the_address() {
    let app = TestApp::demo(AT).await;
    set_address(&app, "https://mia.example").await;
    for host in ["annan.example", "mia.example.annan.example", "annan.example:443", "www.annan.example"] {
        let headers =
            [("host", host), ("x-forwarded-proto", "http"), ("x-forwarded-host", "www.mia.example")];
        assert_eq!(led_to(&app, "/om", &headers).await, None, "{host}");
    }
    let told = [
        ("host", "www.mia.example"),
        ("x-forwarded-host", "annan.example"),
        ("forwarded", "host=annan.example"),
    ];
    assert_eq!(led_to(&app, "/om", &told).await.as_deref(), Some("https://mia.example/om"));
    let absolute = led_to(&app, "http://annan.example/om", &[("host", "www.mia.example")]).await;
    assert_eq!(absolute.as_deref(), Some("https://mia.example/om"));
    for malformed in ["//annan.example/x", "/%2fannan.example/"] {
        let response = ask(&app, Method::GET, malformed, PROXY, &[("host", "www.mia.example")]).await;
        assert_eq!(
            (response.status, response.header("location")),
            (StatusCode::BAD_REQUEST, ""),
            "{malformed}"
        );
    }
    let two =
        ask(&app, Method::GET, "/om", PROXY, &[("host", "www.mia.example"), ("host", "a.example")]).await;
    assert_eq!(two.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn probes_and_forms_stay_where_they_are() {
    let app = TestApp::demo(AT).await;
    set_address(&app, "https://mia.example").await;
    let headers = [("host", "www.mia.example"), ("x-forwarded-proto", "http")];
    for probe in ["/healthz", "/readyz"] {
        assert_eq!(ask(&app, Method::GET, probe, PROXY, &headers).await.status, StatusCode::OK, "{probe}");
    }
    let form = ask(&app, Method::POST, "/api/staff/log_in", PROXY, &headers).await;
    assert_ne!(form.status, StatusCode::PERMANENT_REDIRECT);
}

#[tokio::test]
async fn cached_pages_are_the_same_before_and_after() {
    let app = TestApp::demo(AT).await;
    set_address(&app, "").await;
    let www = [("host", "www.mia.example"), ("x-forwarded-proto", "https")];
    assert_eq!(led_to(&app, "/blogg", &www).await, None);
    set_address(&app, "https://mia.example").await;
    let own = [("host", "mia.example"), ("x-forwarded-proto", "https")];
    let first = ask(&app, Method::GET, "/blogg", PROXY, &own).await;
    assert!(
        led_to(&app, "/blogg", &www).await.is_some(),
        "the page is in the cache, and the other form is led on"
    );
    let other = ask(&app, Method::GET, "/blogg", PROXY, &[("host", "127.0.0.1:3000")]).await;
    let again = ask(&app, Method::GET, "/blogg", PROXY, &own).await;
    for same in [&other, &again] {
        assert_eq!((same.status, same.header("etag")), (StatusCode::OK, first.header("etag")));
        assert!(!same.text().contains("www.mia.example") && !same.text().contains("127.0.0.1"));
    }
    set_address(&app, "").await;
    assert_eq!(led_to(&app, "/blogg", &www).await, None, "without an address as before");
}

#[tokio::test]
async fn tls_is_demanded_where_the_address_has_it_and_the_request_too() {
    let app = TestApp::demo(AT).await;
    let policy = "max-age=63072000";
    for (address, proto, demanded) in [
        ("", "https", policy),
        ("", "http", ""),
        ("https://mia.example", "https", policy),
        ("https://mia.example", "http", ""),
        ("http://mia.example", "https", ""),
    ] {
        set_address(&app, address).await;
        let headers = [("host", "mia.example"), ("x-forwarded-proto", proto)];
        let response = ask(&app, Method::GET, "/blogg", PROXY, &headers).await;
        assert_eq!(response.header("strict-transport-security"), demanded, "{address} {proto}");
    }
    set_address(&app, "https://mia.example").await;
    let www = [("host", "www.mia.example"), ("x-forwarded-proto", "https")];
    let redirect = ask(&app, Method::GET, "/blogg", PROXY, &www).await;
    assert_eq!(redirect.header("strict-transport-security"), policy, "the other form has TLS of its own");
}
