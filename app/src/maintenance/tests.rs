//! What the task deletes, what it leaves, and by which clock.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use sqlx::sqlite::SqliteConnection;

use super::{DAY, run, run_once};
use crate::media::store::{NewPicture, Variant, add_picture};
use crate::media::{PictureId, files};
use crate::staff::testing::TestSite;
use crate::staff::{Role, token::Token};
use crate::time::{Clock, UnixMillis};

const HOUR: i64 = DAY / 24;

/// Runs the task every twelve hours.
async fn pass_days(site: &TestSite, days: i64) {
    for _ in 0..2 * days {
        site.advance(12 * HOUR);
        run_once(&site.state).await;
    }
}

/// A site whose task has seen the clock go on for a day.
async fn site() -> TestSite {
    let site = TestSite::new().await;
    run_once(&site.state).await;
    pass_days(&site, 1).await;
    site
}

async fn execute(site: &TestSite, sql: &'static str) {
    let mut writer = site.state.db.write_quietly().await.unwrap();
    sqlx::raw_sql(sql).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

async fn add_post(writer: &mut SqliteConnection, slug: &str, picture: Option<PictureId>, html: &str) {
    sqlx::query(
        "insert into posts (kind, slug, title, picture_id, body_html, created_at, updated_at)
         values ('article', $1, 'Titel', $2, $3, 1, 1)",
    )
    .bind(slug)
    .bind(picture)
    .bind(html)
    .execute(writer)
    .await
    .unwrap();
}

/// Puts a post into the trash.
async fn throw_in(site: &TestSite, slug: &str) {
    let mut writer = site.state.db.write_content().await.unwrap();
    sqlx::query("update posts set state = 'trash', trashed_from = 'draft', trashed_at = $2 where slug = $1")
        .bind(slug)
        .bind(site.now())
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
}

async fn trashed_post(site: &TestSite) {
    let mut writer = site.state.db.write_content().await.unwrap();
    add_post(&mut writer, "kastad", None, "").await;
    writer.commit().await.unwrap();
    throw_in(site, "kastad").await;
}

async fn posts(site: &TestSite) -> i64 {
    site.count("select count(*) from posts").await
}

/// Adds a picture with a file.
pub(super) async fn picture(site: &TestSite) -> PictureId {
    let id = PictureId::random().unwrap();
    files::write(&site.state.media_folder, id, [("480.webp", &b"bild"[..])]).unwrap();
    let variant = Variant { name: "480.webp".into(), media_type: "image/webp".into(), width: 480, bytes: 4 };
    let picture = NewPicture {
        id,
        width: 480,
        height: 320,
        variants: vec![variant],
        alt: String::new(),
        added_by: None,
    };
    let mut writer = site.state.db.write_quietly().await.unwrap();
    add_picture(&mut writer, &picture, site.now()).await.unwrap();
    writer.commit().await.unwrap();
    id
}

/// Adds a picture and puts it into the trash.
async fn trashed_picture(site: &TestSite) -> PictureId {
    let id = picture(site).await;
    let mut writer = site.state.db.write_quietly().await.unwrap();
    sqlx::query("update pictures set trashed_at = $2 where id = $1")
        .bind(id)
        .bind(site.now())
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    id
}

/// Whether a picture is there; its row and its file never part.
async fn is_there(site: &TestSite, picture: PictureId) -> bool {
    let rows: i64 = sqlx::query_scalar(
        "select (select count(*) from pictures where id = $1) + (select count(*) from picture_variants where picture_id = $1)",
    )
    .bind(picture)
    .fetch_one(site.state.db.reader())
    .await
    .unwrap();
    let has_file = site.state.media_folder.join(picture.to_string()).join("480.webp").exists();
    assert_eq!(rows, if has_file { 2 } else { 0 }, "{picture}");
    has_file
}

#[tokio::test]
async fn the_trash_is_emptied_in_a_running_server() {
    let site = site().await;
    trashed_post(&site).await;
    let generation = site.state.db.generation();
    pass_days(&site, 29).await;
    assert_eq!(posts(&site).await, 1);
    pass_days(&site, 1).await;
    assert_eq!(posts(&site).await, 0);
    assert_eq!(site.count("select count(*) from audit_log where action = 'deleted'").await, 1);
    assert_eq!(site.state.db.generation(), generation, "no reader's page has changed");
}

#[tokio::test]
async fn a_full_trash_is_emptied_in_small_bites() {
    let site = site().await;
    let mut writer = site.state.db.write_content().await.unwrap();
    for number in 0..50 {
        add_post(&mut writer, &format!("kastad-{number}"), None, "").await;
    }
    writer.commit().await.unwrap();
    execute(&site, "update posts set state = 'trash', trashed_at = 1").await;
    run_once(&site.state).await;
    assert_eq!(posts(&site).await, 0);
}

/// Makes the pictures' marks a year older: a jump of the clock would move them along.
async fn pass_year(site: &TestSite) {
    execute(site, "update pictures set unused_since = unused_since - 365 * 24 * 60 * 60000").await;
    pass_days(site, 1).await;
}

async fn is_trashed(site: &TestSite, picture: PictureId) -> bool {
    let trashed = sqlx::query_scalar("select trashed_at is not null from pictures where id = $1");
    trashed.bind(picture).fetch_one(site.state.db.reader()).await.unwrap()
}

#[tokio::test]
async fn a_picture_goes_into_the_trash_a_year_after_its_last_use_and_thirty_days_later_for_good() {
    let site = site().await;
    let (unused, taken_back) = (picture(&site).await, picture(&site).await);
    pass_days(&site, 35).await;
    assert!(!is_trashed(&site, unused).await, "it waits for the text that needs it");
    pass_year(&site).await;
    assert!(is_trashed(&site, unused).await && is_trashed(&site, taken_back).await);
    let mut writer = site.state.db.write_content().await.unwrap();
    add_post(&mut writer, "text", Some(taken_back), "").await;
    writer.commit().await.unwrap();
    pass_days(&site, 27).await;
    assert!(is_there(&site, unused).await);
    pass_days(&site, 4).await;
    assert!(!is_there(&site, unused).await);
    assert!(
        is_there(&site, taken_back).await && !is_trashed(&site, taken_back).await,
        "a text uses it again"
    );

    execute(&site, "update posts set picture_id = null").await;
    pass_days(&site, 35).await;
    assert!(!is_trashed(&site, taken_back).await, "the year begins anew");
    pass_year(&site).await;
    assert!(is_trashed(&site, taken_back).await);
}

#[tokio::test]
async fn a_picture_that_somebody_sees_or_may_bring_back_stays() {
    let site = site().await;
    site.add_staff("anna@exempel.se", Role::Writer).await;
    let mut pictures = Vec::new();
    for _ in 0..8 {
        pictures.push(picture(&site).await);
    }
    let &[lead, body, revision, lead_of_revision, draft, form, edition, logo] = &pictures[..] else {
        panic!()
    };
    let mut writer = site.state.db.write_content().await.unwrap();
    add_post(&mut writer, "text", Some(lead), &format!("<img src=\"/media/{body}/480.webp\">")).await;
    for (number, content) in
        [(1, format!("![Bron](/media/{revision}/480.webp#480x320)")), (2, "utan bild".to_owned())]
    {
        sqlx::query("insert into revisions (post_id, number, content, saved_at) values (1, $1, $2, 1)")
            .bind(number)
            .bind(serde_json::json!({ "body": content, "picture": lead_of_revision }).to_string())
            .execute(&mut *writer)
            .await
            .unwrap();
    }
    sqlx::query(
        "insert into drafts (post_id, staff_id, base_revision, content, saved_at) values (1, 1, 2, $1, 1)",
    )
    .bind(serde_json::json!({ "picture": draft }).to_string())
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query("insert into flashes (token_hash, form, content, expires_at) values (randomblob(32), 'text-1', $1, $2)")
        .bind(serde_json::json!({ "picture": form }).to_string())
        .bind(UnixMillis::MAX)
        .execute(&mut *writer)
        .await
        .unwrap();
    sqlx::query(
        "insert into editions (slug, title, introduction_markdown, introduction_html, first_day, days)
         values ('2026', 'Kalendern', '', $1, '2026-12-01', 24)",
    )
    .bind(format!("<img src=\"/media/{edition}/480.webp\">"))
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query("insert into funders (position, name, logo) values (1, 'Norr', $1)")
        .bind(logo)
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    pass_days(&site, 65).await;
    for (number, picture) in pictures.iter().enumerate() {
        assert!(is_there(&site, *picture).await, "{number}");
    }

    throw_in(&site, "text").await;
    pass_days(&site, 29).await;
    assert!(is_there(&site, lead).await, "somebody may take the text out of the trash");
    pass_days(&site, 28).await;
    assert_eq!(posts(&site).await, 0);
    assert!(!is_trashed(&site, lead).await, "the text has been gone for less than a year");
    pass_year(&site).await;
    pass_days(&site, 31).await;
    let mut left = Vec::new();
    for picture in &pictures {
        left.push(is_there(&site, *picture).await);
    }
    assert_eq!(left, [false, false, false, false, false, true, true, true]);
}

#[tokio::test]
async fn files_without_a_row_go_when_they_are_old() {
    let site = site().await;
    let now = SystemTime::from(site.state.clock.now());
    let mut pictures = Vec::new();
    for days in [29, 31] {
        let id = PictureId::random().unwrap();
        files::write(&site.state.media_folder, id, [("480.webp", &b"bild"[..])]).unwrap();
        let folder = site.state.media_folder.join(id.to_string());
        File::open(&folder).unwrap().set_modified(now - Duration::from_hours(24 * days)).unwrap();
        pictures.push(folder);
    }
    let known = picture(&site).await;
    let folder = site.state.media_folder.join(known.to_string());
    File::open(&folder).unwrap().set_modified(now - Duration::from_hours(24 * 100)).unwrap();
    run_once(&site.state).await;
    assert_eq!((pictures[0].exists(), pictures[1].exists()), (true, false));
    assert!(is_there(&site, known).await);
    assert!(fs::read_dir(&*site.state.media_folder).unwrap().count() > 2, "other files are left alone");
}

#[tokio::test]
async fn what_has_expired_goes_and_what_has_not_stays() {
    let site = site().await;
    site.add_staff("anna@exempel.se", Role::Writer).await;
    site.add_staff("bo@exempel.se", Role::Writer).await;
    let mut writer = site.state.db.write_content().await.unwrap();
    add_post(&mut writer, "text", None, "").await;
    for (staff, expires_at) in [(1, site.now() + HOUR), (2, site.now() + 3 * HOUR)] {
        for sql in [
            "insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at) values ($1, $2, $3 - 28800000, $3 - 28800000)",
            "insert into password_links (token_hash, staff_id, expires_at) values ($1, $2, $3)",
            "insert into flashes (token_hash, form, content, expires_at) values ($1, 'form-' || $2, '{}', $3)",
            "insert into review_links (token_hash, post_id, staff_id, created_at, expires_at) values ($1, 1, $2, 1, $3)",
            "insert into log_in_failures (email, network, failures, last_at) values (hex($1), $2, 1, $3 - 3600000)",
            "insert into staff_networks (staff_id, network, last_at) values ($2, hex($1), $3 - 2592000000)",
        ] {
            let insert = sqlx::query(sql).bind(Token::new().unwrap().hash()).bind(staff).bind(expires_at);
            insert.execute(&mut *writer).await.unwrap();
        }
    }
    writer.commit().await.unwrap();
    let count = "select (select count(*) from staff_sessions) || (select count(*) from password_links)
        || (select count(*) from flashes) || (select count(*) from review_links)
        || (select count(*) from log_in_failures) || (select count(*) from staff_networks)";
    for (hours, left) in [(0, "222222"), (2, "111111"), (2, "000000")] {
        site.advance(hours * HOUR);
        run_once(&site.state).await;
        let counted: String = sqlx::query_scalar(count).fetch_one(site.state.db.reader()).await.unwrap();
        assert_eq!(counted, left);
    }
}

#[tokio::test]
async fn nothing_goes_by_a_moved_clock() {
    let site = site().await;
    trashed_post(&site).await;
    let unused = trashed_picture(&site).await;
    run_once(&site.state).await;
    let record = "select last_run_at + trusted_from from maintenance";
    let before = site.count(record).await;
    let mut moved = site.state.clone();
    moved.clock = Clock::moved(site.state.clock.now() + jiff::SignedDuration::from_hours(24 * 365));
    run_once(&moved).await;
    assert_eq!((posts(&site).await, site.count(record).await), (1, before));
    assert!(is_there(&site, unused).await);
}

#[tokio::test]
async fn nothing_goes_before_a_clock_that_jumped_has_gone_on_for_a_day() {
    let site = site().await;
    trashed_post(&site).await;
    let unused = trashed_picture(&site).await;
    run_once(&site.state).await;
    // The machine starts with its clock a year ahead, and somebody sets it right.
    for jump in [365 * DAY, -365 * DAY + HOUR] {
        site.advance(jump);
        for _ in 0..23 {
            site.advance(HOUR);
            run_once(&site.state).await;
        }
        assert_eq!(posts(&site).await, 1);
        assert!(is_there(&site, unused).await);
    }
    // Or the server was off for two months: a day later it goes on.
    site.advance(60 * DAY);
    run_once(&site.state).await;
    assert_eq!(posts(&site).await, 1);
    pass_days(&site, 1).await;
    assert_eq!(posts(&site).await, 0);
    assert!(!is_there(&site, unused).await);
}

#[tokio::test]
async fn a_run_that_fails_does_not_end_the_task() {
    let site = site().await;
    let unused = trashed_picture(&site).await;
    pass_days(&site, 29).await;
    trashed_post(&site).await;
    execute(&site, "update posts set trashed_at = 1; alter table audit_log rename to away").await;
    site.advance(DAY);
    let task = tokio::spawn(run(site.state.clone(), Duration::from_millis(20)));
    let deadline = std::time::Instant::now() + Duration::from_secs(20);
    while has_files(&site, unused) {
        assert!(std::time::Instant::now() < deadline, "a step that fails stops no other");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(posts(&site).await, 1, "without the audit log nothing is deleted");
    execute(&site, "alter table away rename to audit_log").await;
    while posts(&site).await > 0 {
        assert!(std::time::Instant::now() < deadline, "the next run tries again");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    task.abort();
}

fn has_files(site: &TestSite, picture: PictureId) -> bool {
    site.state.media_folder.join(picture.to_string()).exists()
}
