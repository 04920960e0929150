//! Exports of a site that has something of everything.

mod columns;
mod content;
mod folder;
mod schema;
mod secrets;
mod terminal;

use std::collections::BTreeMap;
use std::path::Path;

use app::documents::FILE;
use app::export::layout;
use app::media::files;
use app::recordings;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use server::archive::Archive;
use server::export::{ExportError, Exported, LIMITS, write};

use crate::backup::{AT, data_of};
use crate::test_app::TestApp;

/// Id of the recording in `rest.sql`.
pub(crate) const RECORDING: &str = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";
/// What the demo site lacks of content.
const REST: &str = include_str!("rest.sql");

/// Creates a site with something of everything that is exported.
pub(crate) async fn full_site() -> TestApp {
    let app = TestApp::demo(AT).await;
    execute(&app, REST).await;
    files::write(&app.state.media_folder, "ffffffffffffffffffffffffffffffff", [(FILE, &b"Hej\n"[..])])
        .unwrap();
    files::write(&app.state.media_folder, RECORDING, [(recordings::FILE, &*silence())]).unwrap();
    app
}

/// A second of silence as a WAV file of 8 bits, as it is stored.
fn silence() -> Vec<u8> {
    let head =
        b"RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x40\x1f\0\0";
    [&head[..], &[128; 8_000]].concat()
}

async fn execute(app: &TestApp, sql: &'static str) {
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::raw_sql(sql).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

async fn export(app: &TestApp, target: &Path) -> Result<Exported, ExportError> {
    let (data, target) = (data_of(app), target.to_owned());
    let at = Timestamp::from_second(1_796_000_000).unwrap();
    tokio::task::spawn_blocking(move || write(&data, &target, at)).await.unwrap()
}

/// Exports a site and returns its files.
pub(crate) async fn exported(app: &TestApp) -> (Exported, BTreeMap<String, Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("export.zip");
    let done = export(app, &target).await.unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    (done, unpacked(&target))
}

fn unpacked(zip: &Path) -> BTreeMap<String, Vec<u8>> {
    let archive = Archive::open(zip, &LIMITS).unwrap();
    archive.entries().iter().map(|entry| (entry.name().to_owned(), archive.read(entry).unwrap())).collect()
}

/// Parses a list of an export.
fn list<T: DeserializeOwned>(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Vec<T> {
    let text = std::str::from_utf8(&files[path]).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| unreachable!("{path}"))).unwrap()
}

fn manifest(files: &BTreeMap<String, Vec<u8>>) -> app::export::Manifest {
    serde_json::from_slice(&files[layout::MANIFEST]).unwrap()
}
