//! Copies of a database in a file of their own, and whether such a copy is sound.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};

/// How many faults are told of a damaged database.
const MOST_FAULTS: usize = 20;

/// Copies all that is committed right now into an empty or missing file, by a connection of its own that can only read.
/// Others go on reading and writing meanwhile. The copy is one file without a write-ahead log, and smaller than the
/// database where that has free pages. It is not yet safe from a power cut.
///
/// # Errors
/// Those of the database and of the disk.
pub async fn copy_to_file(database: &Path, target: &Path) -> Result<(), sqlx::Error> {
    let target = target.to_str().ok_or_else(|| sqlx::Error::Configuration("the path is not UTF-8".into()))?;
    let options =
        SqliteConnectOptions::new().filename(database).read_only(true).busy_timeout(Duration::from_secs(5));
    let mut connection = options.connect().await?;
    let copied = sqlx::query("vacuum into $1").bind(target).execute(&mut connection).await;
    connection.close().await?;
    copied.map(|_| ())
}

/// A copy of a database, open for reading. Nobody writes to its file meanwhile.
pub struct FileCopy(SqliteConnection);

impl FileCopy {
    /// Opens a copy.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn open(file: &Path) -> Result<Self, sqlx::Error> {
        // Immutable: no lock, and no files beside it.
        SqliteConnectOptions::new().filename(file).immutable(true).read_only(true).connect().await.map(Self)
    }

    /// Returns what is wrong with it: pages, indexes, constraints, the search index, and rows that name others which do
    /// not exist. Nothing for a sound copy.
    ///
    /// # Errors
    /// Those of the database, when it is too damaged to be looked at.
    pub async fn faults(&mut self) -> Result<Vec<String>, sqlx::Error> {
        let mut faults: Vec<String> =
            sqlx::query_scalar("pragma integrity_check").fetch_all(&mut self.0).await?;
        faults.retain(|line| line != "ok");
        let orphans: Vec<(String, String)> =
            sqlx::query_as("select \"table\", parent from pragma_foreign_key_check")
                .fetch_all(&mut self.0)
                .await?;
        faults.extend(orphans.into_iter().map(|(table, parent)| format!("{table} without {parent}")));
        faults.truncate(MOST_FAULTS);
        Ok(faults)
    }

    /// Returns the number of its newest migration; `None` for a database that is not ours.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn schema(&mut self) -> Result<Option<i64>, sqlx::Error> {
        super::migrations::newest_applied(&mut self.0).await
    }

    /// Returns the connection, for the stores of rooms.
    pub const fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.0
    }

    /// Closes it.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn close(self) -> Result<(), sqlx::Error> {
        self.0.close().await
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Seek as _, SeekFrom, Write as _};

    use super::*;
    use crate::db::testing::add_tag;
    use crate::db::{Db, newest_schema};

    #[tokio::test]
    async fn a_copy_is_one_sound_file_with_all_that_was_committed() {
        let folder = tempfile::tempdir().unwrap();
        let (file, target) = (folder.path().join("guldkorn.db"), folder.path().join("kopia.db"));
        let db = Db::open(&file).await.unwrap();
        add_tag(&db, "ett").await;
        let mut open = db.write_content().await.unwrap();
        copy_to_file(&file, &target).await.unwrap();
        sqlx::query("delete from tags").execute(&mut *open).await.unwrap();
        open.commit().await.unwrap();
        let mut copy = FileCopy::open(&target).await.unwrap();
        assert_eq!(copy.faults().await.unwrap(), [""; 0]);
        assert_eq!(copy.schema().await.unwrap(), Some(newest_schema()));
        let names: Vec<String> =
            sqlx::query_scalar("select name from tags").fetch_all(copy.connection()).await.unwrap();
        assert_eq!(names, ["ett"]);
        copy.close().await.unwrap();
        assert!(copy_to_file(&file, &target).await.is_err(), "a file that is there stays");
        db.close().await;
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 2, "neither has a log");
    }

    #[tokio::test]
    async fn a_damaged_copy_is_found_out() {
        let folder = tempfile::tempdir().unwrap();
        let (file, target) = (folder.path().join("guldkorn.db"), folder.path().join("kopia.db"));
        let db = Db::open(&file).await.unwrap();
        for number in 0..500 {
            add_tag(&db, &format!("etikett-{number}")).await;
        }
        copy_to_file(&file, &target).await.unwrap();
        let pages = fs::metadata(&target).unwrap().len() / 4096;
        let mut damaged = fs::File::options().write(true).open(&target).unwrap();
        for page in 2..pages {
            damaged.seek(SeekFrom::Start(page * 4096 + 100)).unwrap();
            damaged.write_all(&[0xff; 200]).unwrap();
        }
        let faults = match FileCopy::open(&target).await {
            Ok(mut copy) => copy.faults().await,
            Err(error) => Err(error),
        };
        assert!(faults.is_err() || faults.is_ok_and(|faults| !faults.is_empty()));
    }
}
