//! The databases of all releases so far open in this version. Each is in `tests/fixtures`, as its own program left it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use app::db::{Db, newest_schema};
use flate2::read::GzDecoder;
use http::StatusCode;
use server::backup::restore_into;
use server::check::{Check, check};

use crate::test_app::TestApp;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

/// Returns the fixtures whose names end so. There is one at least, or nothing would be tried.
fn fixtures(ending: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(FIXTURES).unwrap().map(|file| file.unwrap().path());
    let files: Vec<_> = files.filter(|file| file.to_str().unwrap().ends_with(ending)).collect();
    assert!(!files.is_empty(), "no {ending} in {FIXTURES}");
    files
}

/// Opens a database of a release in this version, and returns its site.
async fn opened(fixture: &Path) -> TestApp {
    let mut app = TestApp::empty("2026-12-24T20:00+01:00").await;
    app.state.db.close().await;
    let data = app.state.media_folder.parent().unwrap().to_owned();
    // The file itself stays, with its permissions.
    for file in ["guldkorn.db-wal", "guldkorn.db-shm"] {
        _ = fs::remove_file(data.join(file));
    }
    let mut database = File::create(data.join("guldkorn.db")).unwrap();
    io::copy(&mut GzDecoder::new(File::open(fixture).unwrap()), &mut database).unwrap();
    let db = Db::open(&data.join("guldkorn.db")).await.unwrap();
    app::markdown::rerender_outdated(&db).await.unwrap();
    app.state.db = db;
    app.with_router()
}

#[tokio::test]
async fn the_database_of_every_release_opens_whole_and_is_served() {
    for fixture in fixtures(".db.gz") {
        let (app, name) = (opened(&fixture).await, fixture.display());
        let (schema, posts): (i64, i64) = sqlx::query_as(
            "select (select max(version) from _sqlx_migrations), (select count(*) from posts)",
        )
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
        assert_eq!(schema, newest_schema(), "{name}");
        assert!(posts > 0, "{name}");
        for address in ["/", "/blogg", "/kalender/2026", "/sok?q=steg", "/tillganglighet"] {
            assert_eq!(app.get(address).await.status, StatusCode::OK, "{address} of {name}");
        }
        app.state.db.close().await;
        // The files of pictures and documents are left out, to keep the fixtures small.
        let report = check(app.state.media_folder.parent().unwrap(), false).await.unwrap();
        let is_of_files = |check: &Check| matches!(check, Check::Pictures | Check::Documents);
        assert!(report.found.iter().all(|(check, _)| is_of_files(check)), "{name}: {:?}", report.lines());
    }
}

#[tokio::test]
async fn the_backup_of_every_release_is_restored() {
    for fixture in fixtures(".zip") {
        let folder = tempfile::tempdir().unwrap();
        let restored = restore_into(&folder.path().join("data"), &fixture).await.unwrap();
        assert!(restored.content.posts > 0 && restored.missing.is_empty(), "{}", fixture.display());
    }
}

#[test]
fn every_fixture_is_tried() {
    let all = fs::read_dir(FIXTURES).unwrap().count();
    assert_eq!(
        all,
        fixtures(".db.gz").len() + fixtures(".zip").len(),
        "a file of another kind in {FIXTURES}"
    );
}
