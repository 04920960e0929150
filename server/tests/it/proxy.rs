//! Whether the owner is told what the proxy leaves out.

use app::staff::Role;
use app::staff::network::Peer;
use axum::body::Body;
use http::Request;

use crate::browser::Browser;
use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";
const HEADING: &str = "Proxyn framför servern är inte rätt inställd";

/// Loads the dashboard as a proxy with these headers passes it on.
async fn dashboard(app: &TestApp, cookie: &str, headers: &[(&str, &str)]) -> TestResponse {
    let request = headers
        .iter()
        .fold(Request::builder().uri("/admin"), |request, (name, value)| request.header(*name, *value));
    let mut request = request.header("cookie", cookie).body(Body::empty()).unwrap();
    request.extensions_mut().insert(Peer([127, 0, 0, 1].into()));
    app.send_request(request).await
}

#[tokio::test]
async fn an_admin_is_told_which_headers_the_proxy_leaves_out() {
    let app = TestApp::demo(AT).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let address = "update site_settings set address = 'https://mia.example'";
    sqlx::query(address).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    let token = |browser: &Browser<'_>| browser.cookie("__Host-guldkorn").to_owned();
    let admin = token(&Browser::of(&app, "Ada", Role::Admin).await);
    let editor = token(&Browser::of(&app, "Eva", Role::Editor).await);
    // A proxy with the defaults: it names itself, and nothing else. Without TLS and at 127.0.0.1 the cookie has no prefix.
    let bare = [("host", "127.0.0.1:3000")];
    let page = dashboard(&app, &format!("guldkorn={admin}"), &bare).await;
    for part in [
        HEADING,
        "X-Forwarded-Proto: https saknas",
        "Host är 127.0.0.1:3000 i stället för mia.example",
        "X-Forwarded-For saknas",
    ] {
        assert!(page.text().contains(part), "{part}");
    }
    assert!(!dashboard(&app, &format!("guldkorn={editor}"), &bare).await.text().contains(HEADING));
    let right = [("host", "mia.example"), ("x-forwarded-proto", "https"), ("x-forwarded-for", "192.0.2.1")];
    let cookie = format!("__Host-guldkorn={admin}");
    assert!(!dashboard(&app, &cookie, &right).await.text().contains(HEADING));
    let half = dashboard(&app, &cookie, &right[..2]).await;
    assert!(half.text().contains("X-Forwarded-For saknas") && !half.text().contains("Proto: https saknas"));
}
