//! Backups of a site that goes on writing, and their restoration.

mod made;
mod refused;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use app::db::Db;
use app::media::store::{NewPicture, Variant, add_picture};
use app::media::{PictureId, files};
use app::staff::Role;
use app::state::AppState;
use jiff::Timestamp;
use server::archive::Limits;
use server::backup::{Backup, BackupError, make};
use server::data_folder::DataFolder;

use crate::browser::Browser;
use crate::test_app::TestApp;

pub(crate) const AT: &str = "2026-12-07T08:00+01:00";
const LIMITS: Limits = Limits { entries: 10_000, entry_bytes: 1 << 30, total_bytes: 1 << 30, ratio: 1_000 };

pub(crate) fn data_of(app: &TestApp) -> DataFolder {
    DataFolder::at(app.state.media_folder.parent().unwrap())
}

async fn back_up(app: &TestApp, target: &Path) -> Result<Backup, BackupError> {
    make(&data_of(app), target, Timestamp::from_second(1_796_000_000).unwrap()).await
}

/// A site with a picture, a document, an account that is logged in, and a link for review.
async fn small_site() -> TestApp {
    let app = TestApp::empty(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let pdf = b"%PDF-1.7\n1 0 obj\n<< /Type /Page >>\n(ord)\nendobj\nstartxref\n9\n%%EOF\n";
    let fields = [("title", "", &b"Rapport"[..]), ("language", "", b"sv"), ("file", "rapport.pdf", pdf)];
    anna.upload("/admin/dokument", &fields).await;
    add_a_picture(&app.state, &[7; 10_000]).await;
    app
}

async fn add_a_picture(state: &AppState, content: &[u8]) -> PictureId {
    let id = PictureId::random().unwrap();
    files::write(&state.media_folder, id, [("480.webp", content)]).unwrap();
    let bytes = i64::try_from(content.len()).unwrap();
    let variant = Variant { name: "480.webp".into(), media_type: "image/webp".into(), width: 480, bytes };
    let (alt, variants) = (String::new(), vec![variant]);
    let picture = NewPicture { id, width: 480, height: 320, variants, alt, added_by: None };
    let mut writer = state.db.write_content().await.unwrap();
    add_picture(&mut writer, &picture, state.clock.now_millis()).await.unwrap();
    writer.commit().await.unwrap();
    id
}

/// Returns every file of a folder with its content.
pub(crate) fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn media(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    tree(&folder.join("media"))
}

/// Returns the rows of all that readers see, and of accounts.
async fn rows(data: &Path) -> Vec<String> {
    let db = Db::open(&data.join("guldkorn.db")).await.unwrap();
    let rows = sqlx::query_scalar(
        "select 'post ' || id || slug || title || body_html || state || coalesce(public_from, '') from posts
         union all select 'revision ' || post_id || number || content from revisions
         union all select 'picture ' || picture_id || name from picture_files
         union all select 'document ' || id || name || hex(hash) from document_files
         union all select 'door ' || edition_id || day || coalesce(post_id, '') from doors
         union all select 'account ' || email || coalesce(password_hash, '') from staff order by 1",
    );
    let rows = rows.fetch_all(db.reader()).await.unwrap();
    db.close().await;
    rows
}

async fn count(data: &Path, sql: &'static str) -> i64 {
    let db = Db::open(&data.join("guldkorn.db")).await.unwrap();
    let count = sqlx::query_scalar(sql).fetch_one(db.reader()).await.unwrap();
    db.close().await;
    count
}
