//! `guldkorn check`: each fault is made in a real data folder, found, and mended where it can be.

mod command;
mod database;
mod derived;
mod files;
mod references;

use std::fs;
use std::path::PathBuf;

use app::db::Db;
use app::time::Clock;
use server::check::{Check, Report, check};
use server::data_folder::DataFolder;
use server::demo;
use tempfile::TempDir;

use crate::test_app::instant;

const AT: &str = "2026-12-07T08:00+01:00";

/// A data folder with the demo site, which no server uses.
pub(crate) struct Stopped {
    folder: TempDir,
}

impl Stopped {
    pub(crate) async fn demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::prepare(&folder.path().join("data")).unwrap();
        let db = Db::open(&data.database()).await.unwrap();
        app::markdown::rerender_outdated(&db).await.unwrap();
        demo::fill(&db, &data.media(), &Clock::fixed(instant(AT)), 0).await.unwrap();
        db.close().await;
        Self { folder }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Changes the database behind the program's back: without checks of references.
    pub(crate) async fn change(&self, steps: &[&'static str]) {
        let db = Db::open(&self.data().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        sqlx::query("pragma defer_foreign_keys = on").execute(&mut *writer).await.unwrap();
        for step in steps {
            sqlx::query(*step).execute(&mut *writer).await.unwrap();
        }
        writer.commit().await.unwrap();
        db.close().await;
    }

    /// Changes the database as a program does that knows nothing of references.
    async fn change_without_references(&self, step: &'static str) {
        use sqlx::ConnectOptions as _;
        let file = self.data().join("guldkorn.db");
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).foreign_keys(false);
        let mut connection = options.connect().await.unwrap();
        sqlx::query(step).execute(&mut connection).await.unwrap();
        sqlx::Connection::close(connection).await.unwrap();
    }

    async fn text(&self, query: &'static str) -> String {
        let db = Db::open_read_only(&self.data().join("guldkorn.db")).await.unwrap();
        let text = sqlx::query_scalar(query).fetch_one(db.reader()).await.unwrap();
        db.close().await;
        text
    }

    async fn check(&self) -> Report {
        check(&self.data(), false).await.unwrap()
    }

    async fn repair(&self) -> Report {
        check(&self.data(), true).await.unwrap()
    }
}

/// Asserts that one check has found something, and nothing else has.
fn assert_found(report: &Report, by: Check, words: &[&str]) {
    let lines = report.lines();
    assert!(!report.found.is_empty(), "nothing was found: {words:?}");
    assert!(report.found.iter().all(|(check, _)| *check == by), "{lines:?}");
    for word in words {
        assert!(lines.iter().any(|line| line.contains(word)), "{word:?} in {lines:?}");
    }
}

/// Asserts that a repair mends it, and that a second one has nothing to do.
async fn assert_repaired(site: &Stopped) {
    let report = site.repair().await;
    assert!(report.is_clean() && !report.repaired.is_empty(), "{:?}", report.lines());
    assert_unchanged_by_repair(site).await;
}

async fn assert_unchanged_by_repair(site: &Stopped) {
    let before = fs::read(site.data().join("guldkorn.db")).unwrap();
    let again = site.repair().await;
    assert_eq!(again.lines(), ["Inga fel."]);
    assert_eq!(fs::read(site.data().join("guldkorn.db")).unwrap(), before);
}
