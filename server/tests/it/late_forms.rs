//! Forms that arrive when their sender's session has ended, and forms of strangers.

use app::staff::Role;
use axum::body::Body;
use http::Method;

use crate::browser::{Browser, PASSWORD};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const NEXT_MORNING: &str = "2026-12-08T08:00+01:00";

async fn count(app: &TestApp, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(app.state.db.reader()).await.unwrap()
}

async fn stranger_sends(app: &TestApp, path: &str, body: String, cookie: &str) -> u16 {
    let headers =
        [("content-type", "application/x-www-form-urlencoded"), ("accept", "text/html"), ("cookie", cookie)];
    app.send(Method::POST, path, &headers, Body::from(body)).await.status.as_u16()
}

#[tokio::test]
async fn a_writers_text_waits_though_the_session_has_ended_and_strangers_flood() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Writer).await;
    let begun = anna.send(Method::POST, "/api/text/begin", &[("kind", "article")]).await;
    let desk = begun.header("location").to_owned();
    let id = desk.strip_prefix("/admin/inlagg/").unwrap();
    app.set_clock(NEXT_MORNING);
    // Another log-in deletes the sessions that have reached their limit.
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    assert_eq!(count(&app, "select count(*) from staff_sessions").await, 1);

    let body = format!("Det jag skrev hela natten. {}", "Ett ord till. ".repeat(2000));
    let form = [("id", id), ("base_revision", "1"), ("action", "save"), ("title", "Natt"), ("body", &*body)];
    let late = anna.send(Method::POST, "/api/text/submit", &form).await;
    assert_eq!((late.status.as_u16(), late.header("location")), (302, "/admin/logga-in"));
    for number in 0..1010 {
        stranger_sends(&app, "/api/staff/log_in", format!("email={number}"), "").await;
    }
    let page = anna.see("/admin/logga-in").await;
    assert!(page.says("Det du skrev är kvar"), "{:?}", page.texts(".notice"));
    assert!(anna.log_in("anna@exempel.se", PASSWORD).await);
    let page = anna.see(&desk).await;
    assert!(page.texts("#body").concat().starts_with("Det jag skrev hela natten."));
    assert!(!bo.see("/admin").await.texts("h1").is_empty());
}

#[tokio::test]
async fn nothing_long_of_a_stranger_is_stored() {
    let app = TestApp::demo(AT).await;
    let made_up = format!("__Host-guldkorn={}", "ab".repeat(32));
    for cookie in ["", &made_up] {
        for path in ["/api/text/submit", "/api/text/autosave", "/api/text/begin"] {
            let text = format!("id=1&base_revision=1&action=save&title=x&body={}", "a".repeat(900_000));
            stranger_sends(&app, path, text, cookie).await;
        }
        let long = "a".repeat(60_000);
        stranger_sends(&app, "/api/staff/log_in", format!("email={long}&password={long}"), cookie).await;
        let token = format!("token={long}&password={long}");
        stranger_sends(&app, "/api/staff/choose_password", token, cookie).await;
    }
    let stored = "select coalesce(sum(length(content) + length(form)), 0) from flashes";
    assert!(count(&app, stored).await < 8 * 1024, "{} bytes", count(&app, stored).await);
    assert!(
        count(&app, "select max(expires_at) from flashes").await <= app.state.clock.now_millis().0 + 300_000
    );
}
