//! Files and metadata for other programs, over HTTP: before, at and after an opening.

mod caching;
mod feeds;
mod head;
mod ics;
mod sitemap;
mod social_images;

use app::calendar::store::add_edition;
use app::calendar::{EditionState, NewEdition, Schedule};
use app::posts::PostKind;
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, add_post};
use app::time::UnixMillis;

use crate::test_app::{TestApp, instant};

/// A second before the second of five doors opens, and its opening.
const BEFORE: &str = "2026-12-01T23:59:59+01:00";
const AT_ONCE: &str = "2026-12-02T00:00:00+01:00";

/// Returns a text whose title, teaser and body name its slug.
fn text(kind: PostKind, slug: &str, from: Option<&str>) -> NewPost {
    NewPost {
        published: true,
        published_at: from.map(|from| instant(from).into()),
        ..NewPost::draft(kind, slug, format!("Titel {slug}")).with_content(|content| {
            content.teaser = format!("Ingress {slug}");
            content.body = format!("Text {slug} med [länk](/om).");
        })
    }
}

/// Creates a site with an edition of five days from the first of December. Guldkorn hang on the first three; the third
/// is sensitive.
async fn site(at: &str) -> TestApp {
    let app = TestApp::empty(at).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let edition = NewEdition {
        lead: "En rad om kalendern.".into(),
        state: EditionState::Published,
        ..NewEdition::draft(
            "2026",
            "Kalendern 2026",
            Schedule::parse("2026-12-01", 5, "00:00", "Europe/Stockholm").unwrap(),
        )
    };
    let edition = add_edition(&mut writer, &edition, "").await.unwrap();
    for day in 1..=3 {
        let slug = format!("guldkorn-{day}");
        let post = text(PostKind::Guldkorn, &slug, None).with_content(|content| {
            content.sensitive = day == 3;
        });
        let post = add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
        hang(&mut writer, edition, day, post).await.unwrap();
    }
    writer.commit().await.unwrap();
    app
}

/// Adds a text.
async fn add(app: &TestApp, post: NewPost) {
    let mut writer = app.state.db.write_content().await.unwrap();
    add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
    writer.commit().await.unwrap();
}

/// Runs one statement on the content.
async fn change(app: &TestApp, statement: &'static str) {
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query(statement).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

/// Returns the contents of all elements of a name.
fn elements<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(&start).skip(1).map(|rest| rest.split(&end).next().unwrap()).collect()
}
