//! The demo site is written completely, and once.

use server::demo;

use crate::test_app::TestApp;

const AT: &str = "2026-12-25T08:00+01:00";

async fn count(app: &TestApp, what: &'static str) -> i64 {
    sqlx::query_scalar(what).fetch_one(app.state.db.reader()).await.unwrap()
}

#[tokio::test]
async fn every_door_of_both_editions_has_a_text() {
    let app = TestApp::demo(AT).await;
    assert_eq!(count(&app, "select count(*) from editions").await, 2);
    assert_eq!(count(&app, "select count(*) from doors where post_id is not null").await, 48);
    assert_eq!(count(&app, "select count(*) from doors where post_id is null").await, 0);
    assert!(count(&app, "select count(*) from posts where kind = 'article'").await >= 12);
    assert_eq!(count(&app, "select count(*) from posts where kind = 'voice'").await, 4);
    assert!(count(&app, "select count(*) from help_numbers").await > 0);
    assert_eq!(count(&app, "select count(*) from posts where body_html = ''").await, 0);
    let forms = "select count(distinct form) from posts where kind = 'guldkorn'";
    assert_eq!(count(&app, forms).await, 4);
}

#[tokio::test]
async fn every_row_of_a_picture_has_its_file() {
    let app = TestApp::demo(AT).await;
    let rows: Vec<(String, String, i64)> =
        sqlx::query_as("select picture_id, name, bytes from picture_variants")
            .fetch_all(app.state.db.reader())
            .await
            .unwrap();
    assert!(!rows.is_empty());
    for (id, name, bytes) in &rows {
        let file = app.state.media_folder.join(id).join(name);
        assert_eq!(i64::try_from(file.metadata().unwrap().len()).unwrap(), *bytes, "{}", file.display());
    }
    let folders = std::fs::read_dir(&app.state.media_folder).unwrap();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap()).count();
    assert_eq!(files, rows.len(), "nothing else lies about");
}

#[tokio::test]
async fn existing_content_is_left_alone() {
    let app = TestApp::demo(AT).await;
    let again = demo::fill(&app.state.db, &app.state.media_folder, &app.state.clock, 0).await.unwrap();
    assert!(!again);
    assert_eq!(count(&app, "select count(*) from editions").await, 2);
}

#[tokio::test]
async fn every_address_of_the_demo_is_found() {
    let app = TestApp::demo(AT).await;
    let posts: Vec<(String, String, String)> =
        sqlx::query_as("select kind, slug, state from posts where original_id is null")
            .fetch_all(app.state.db.reader())
            .await
            .unwrap();
    for (kind, slug, state) in posts {
        let address = match kind.as_str() {
            "voice" => app::paths::voice(&slug),
            "page" => format!("/{slug}"),
            _ => app::paths::post(&slug),
        };
        let status = if state == "withdrawn" { 410 } else { 200 };
        assert_eq!(app.get(&address).await.status, status, "{address}");
    }
    assert_eq!(
        app.get("/inlagg/fem-steg").await.header("location"),
        "/inlagg/fem-steg-till-ett-jobb-som-haller"
    );
    for address in
        ["/om/lattlast", "/inlagg/stegen-som-ingen-raknar/lattlast", "/inlagg/stegen-som-ingen-raknar/ar"]
    {
        assert_eq!(app.get(address).await.status, 200, "{address}");
    }
    for address in ["/", "/kalender/2026", "/kalender/2025", "/kalender/2026?vy=lista", "/blogg", "/roster"] {
        assert_eq!(app.get(address).await.status, 200, "{address}");
    }
}

#[tokio::test]
async fn the_demo_shows_what_a_text_can_do() {
    let app = TestApp::demo(AT).await;
    for part in [
        "<figure class=\"quote\">%<figcaption>",
        "<div class=\"table\"%<th scope=\"col\">",
        "<section class=\"notes\"",
        "<figure><img src=\"/media/%<figcaption>",
        "<a href=\"tel:112\">",
        "rel=\"noopener\"",
    ] {
        let found: i64 =
            sqlx::query_scalar("select count(*) from posts where body_html like '%' || $1 || '%'")
                .bind(part)
                .fetch_one(app.state.db.reader())
                .await
                .unwrap();
        assert!(found > 0, "{part}");
    }
    assert_eq!(count(&app, "select count(*) from posts where body_markdown like '%](bild:%'").await, 0);
    let page = app.get("/inlagg/arbetstraning-ar-ingen-vantsal").await;
    let picture =
        page.text().split("<figure><img src=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(app.get(picture).await.status, 200, "{picture}");
}
