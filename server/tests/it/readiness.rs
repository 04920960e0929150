//! `/readyz`: whether the site can read and write.

use http::StatusCode;

use crate::test_app::TestApp;

/// Each look holds for some seconds.
const TIMES: [&str; 3] = ["2026-12-07T08:00+01:00", "2026-12-07T08:01+01:00", "2026-12-07T08:02+01:00"];

async fn status(app: &TestApp, address: &str, at: &str) -> StatusCode {
    app.set_clock(at);
    app.get(address).await.status
}

async fn run(app: &TestApp, statement: &'static str) {
    let mut writer = app.state.db.write_quietly().await.unwrap();
    sqlx::query(statement).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

#[tokio::test]
async fn the_site_is_ready_only_while_it_can_write() {
    let app = TestApp::demo(TIMES[0]).await;
    assert_eq!(status(&app, "/readyz", TIMES[0]).await, StatusCode::OK);
    let held = app.state.db.write_quietly().await.unwrap();
    assert_eq!(status(&app, "/readyz", TIMES[1]).await, StatusCode::SERVICE_UNAVAILABLE);
    assert!(app.get("/readyz").await.text().contains("upptagen"));
    drop(held);
    assert_eq!(status(&app, "/readyz", TIMES[2]).await, StatusCode::OK);
}

#[tokio::test]
async fn the_site_is_not_ready_when_nothing_can_be_saved() {
    let app = TestApp::demo(TIMES[0]).await;
    run(&app, "pragma query_only = on").await;
    assert_eq!(status(&app, "/readyz", TIMES[0]).await, StatusCode::SERVICE_UNAVAILABLE);
    assert!(app.get("/readyz").await.text().contains("spara"));
    assert_eq!(status(&app, "/healthz", TIMES[0]).await, StatusCode::OK);
    assert_eq!(status(&app, "/blogg", TIMES[0]).await, StatusCode::OK, "readers notice nothing");
}

#[tokio::test]
async fn the_site_is_not_ready_when_its_pages_fail() {
    let app = TestApp::demo(TIMES[0]).await;
    assert_eq!(status(&app, "/readyz", TIMES[0]).await, StatusCode::OK);
    run(&app, "alter table editions rename to lost").await;
    assert_eq!(status(&app, "/readyz", TIMES[1]).await, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(status(&app, "/healthz", TIMES[1]).await, StatusCode::OK);
    let response = app.get("/readyz").await;
    assert_eq!(response.header("cache-control"), "no-store");
    assert!(response.text().contains("sidorna kan inte visas"), "{}", response.text());
}

#[tokio::test]
async fn the_site_is_not_ready_when_its_pictures_cannot_be_read() {
    let app = TestApp::demo(TIMES[0]).await;
    let elsewhere = app.state.media_folder.with_file_name("undan");
    std::fs::rename(&*app.state.media_folder, &elsewhere).unwrap();
    assert_eq!(status(&app, "/readyz", TIMES[0]).await, StatusCode::SERVICE_UNAVAILABLE);
    assert!(app.get("/readyz").await.text().contains("mappen media"));
    std::fs::rename(&elsewhere, &*app.state.media_folder).unwrap();
    assert_eq!(status(&app, "/readyz", TIMES[1]).await, StatusCode::OK);
}
