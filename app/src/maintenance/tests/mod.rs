//! What the task deletes, what it leaves, and by which clock.

mod clock;
mod pictures;
mod trash;

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

fn has_files(site: &TestSite, picture: PictureId) -> bool {
    site.state.media_folder.join(picture.to_string()).exists()
}
