//! Previews for staff and review links, over the real router.

mod outside_comments;
mod review_link;
mod staff_preview;

use app::calendar::store::add_edition;
use app::calendar::{EditionId, NewEdition, Schedule};
use app::posts::GuldkornForm;
use app::posts::autosave::autosave;
use app::posts::save::{Basis, save};
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, add_post, texts};
use app::posts::{Act, DraftVersion, PostContent, PostId, PostKind, PreparedContent, Revision};
use app::staff::{Role, Staff};
use app::time::UnixMillis;

use crate::browser::{Browser, PASSWORD, add};
use crate::test_app::TestApp;

/// In November: the demo site's calendar is closed.
const AT: &str = "2026-11-20T08:00+01:00";

const ANNA: &str = "anna@exempel.se";
const BO: &str = "bo@exempel.se";

/// Anna may publish, Bo may only look.
async fn with_staff(app: &TestApp) -> [Browser<'_>; 2] {
    add(app, ANNA, "Anna", Role::Editor).await;
    add(app, BO, "Bo", Role::Reviewer).await;
    let [mut anna, mut bo] = [Browser::new(app), Browser::new(app)];
    assert!(anna.log_in(ANNA, PASSWORD).await && bo.log_in(BO, PASSWORD).await);
    [anna, bo]
}

async fn anna_of(app: &TestApp) -> Staff {
    let id = sqlx::query_scalar("select id from staff where email = $1").bind(ANNA);
    let id = id.fetch_one(app.state.db.reader()).await.unwrap();
    Staff { id, email: ANNA.into(), name: "Anna".into(), role: Role::Editor }
}

/// Adds an unpublished text.
async fn draft(app: &TestApp, kind: PostKind, name: &str) -> PostId {
    let mut writer = app.state.db.write_content().await.unwrap();
    let post = NewPost::draft(kind, name, name).with_content(|content| {
        content.body = format!("{name} brödtext");
    });
    let id = add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
    writer.commit().await.unwrap();
    id
}

/// Adds a guldkorn on a day of an edition.
async fn hung(app: &TestApp, edition: EditionId, day: u16, name: &str) -> PostId {
    let post = draft(app, PostKind::Guldkorn, name).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    hang(&mut writer, edition, day, post).await.unwrap();
    writer.commit().await.unwrap();
    post
}

/// Adds a draft edition: three days from 7 December.
async fn draft_edition(app: &TestApp) -> EditionId {
    let edition = NewEdition {
        ..NewEdition::draft(
            "hemlig",
            "Hemlig kalender",
            Schedule::parse("2026-12-07", 3, "08:00", "Europe/Stockholm").unwrap(),
        )
    };
    let mut writer = app.state.db.write_content().await.unwrap();
    let id = add_edition(&mut writer, &edition, "").await.unwrap();
    writer.commit().await.unwrap();
    id
}

fn text(title: &str) -> PostContent {
    PostContent { title: title.into(), body: format!("{title} brödtext"), ..PostContent::default() }
}

fn basis(post: PostId, base: i64) -> Basis {
    Basis { post, base_revision: Revision(base), draft_version: DraftVersion::NONE }
}

/// Returns content as it is prepared for a post.
async fn prepared(app: &TestApp, post: PostId, text: &PostContent) -> PreparedContent {
    let now = app.state.clock.now_millis();
    let kind = texts::find(app.state.db.reader(), post, now).await.unwrap().kind;
    PreparedContent::new(kind, text.clone())
}

/// Saves a version as Anna.
async fn save_version(app: &TestApp, post: PostId, base: i64, text: &PostContent) {
    let (by, content) = (anna_of(app).await, prepared(app, post, text).await);
    let mut act = Act::begin(&app.state, &by).await.unwrap();
    save(&mut act, basis(post, base), &content).await.unwrap();
    act.commit().await.unwrap();
}

/// Autosaves a draft as Anna.
async fn autosave_text(app: &TestApp, post: PostId, base: i64, text: &PostContent) {
    let by = anna_of(app).await;
    let mut act = Act::begin_quietly(&app.state, &by).await.unwrap();
    autosave(&mut act, basis(post, base), text).await.unwrap();
    act.commit().await.unwrap();
}

fn quote_without_text() -> PostContent {
    PostContent { form: Some(GuldkornForm::Quote), body: String::new(), ..text("Tomt citat") }
}

/// Returns the whole database as bytes.
async fn bytes(app: &TestApp) -> Vec<u8> {
    app.state.db.reader().acquire().await.unwrap().serialize(None).await.unwrap().to_vec()
}

/// Opens all connections of the site's own pool, so that later ones are not its own.
async fn open_all_readers(app: &TestApp) {
    let reader = app.state.db.reader();
    let mut all = Vec::new();
    for _ in 0..reader.options().get_max_connections() {
        all.push(reader.acquire().await.unwrap());
    }
}

/// Counts the connections to databases; each has a thread of its own.
fn connections() -> usize {
    let threads = std::fs::read_dir("/proc/self/task").unwrap();
    let names = threads.filter_map(|thread| std::fs::read_to_string(thread.ok()?.path().join("comm")).ok());
    names.filter(|name| name.starts_with("sqlx-sqlite")).count()
}
