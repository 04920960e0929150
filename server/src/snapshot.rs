//! A copy of the database at one moment, while the site is served: what is written of a site is made of it.

use std::path::{Path, PathBuf};

use app::db::integrity::is_damage;
use app::db::{FileCopy, MigrateError, copy_to_file, newest_schema};
use app::temporary_file::TemporaryFile;

use crate::data_folder::DataFolder;

/// A sound copy of a site's database, in a file of its own beside what is made of it. It is gone when it is dropped.
#[derive(Debug)]
pub(crate) struct Snapshot {
    file: TemporaryFile,
    schema: i64,
}

/// Why there is no snapshot.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// There is no database in the data folder.
    #[error("det finns ingen webbplats i {0}: visa rätt datamapp med --data")]
    NoSite(PathBuf),
    /// What is to be made of it is there already.
    #[error("{0} finns redan: välj ett annat namn eller ta bort den")]
    Exists(PathBuf),
    /// A newer program has made the database.
    #[error(transparent)]
    Newer(MigrateError),
    /// The database is older than what this program can read so.
    #[error(
        "databasen är från en äldre version: starta webbplatsen en gång med den här versionen och försök igen"
    )]
    Older,
    /// The database could not be copied.
    #[error(
        "databasen kunde inte kopieras ({0}): kontrollera att mappen för kopian finns och att disken har plats"
    )]
    Copy(sqlx::Error),
    /// The database is damaged.
    #[error("databasen är skadad ({0}): kör guldkorn check. Ingenting är skrivet")]
    Damaged(String),
    /// The file of the copy cannot be made.
    #[error(
        "{0} kan inte skrivas ({1}): kontrollera att mappen finns, att du får skriva där och att disken har plats"
    )]
    Write(PathBuf, std::io::Error),
}

impl Snapshot {
    /// Copies the database of a site for something that is to be made, which is not there yet, and checks the copy.
    pub(crate) async fn take(
        folder: &DataFolder,
        target: &Path,
        oldest_schema: i64,
    ) -> Result<Self, SnapshotError> {
        if !folder.database().is_file() {
            return Err(SnapshotError::NoSite(folder.path().to_owned()));
        }
        if target.exists() {
            return Err(SnapshotError::Exists(target.to_owned()));
        }
        let unwritable = |error| SnapshotError::Write(target.to_owned(), error);
        let (file, _) = TemporaryFile::beside(target, "db").map_err(unwritable)?;
        let copied = copy_to_file(&folder.database(), file.path()).await;
        copied.map_err(|error| {
            if is_damage(&error) {
                SnapshotError::Damaged(error.to_string())
            } else {
                SnapshotError::Copy(error)
            }
        })?;
        let mut copy = FileCopy::open(file.path()).await.map_err(SnapshotError::Copy)?;
        let faults = copy.faults().await.map_err(|error| SnapshotError::Damaged(error.to_string()))?;
        if let Some(fault) = faults.into_iter().next() {
            return Err(SnapshotError::Damaged(fault));
        }
        let schema = copy.schema().await.map_err(SnapshotError::Copy)?.unwrap_or_default();
        copy.close().await.map_err(SnapshotError::Copy)?;
        if schema > newest_schema() {
            return Err(SnapshotError::Newer(MigrateError::Newer(schema)));
        }
        if schema < oldest_schema {
            return Err(SnapshotError::Older);
        }
        Ok(Self { file, schema })
    }

    /// Returns the file of the copy.
    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Returns the number of the copy's newest migration.
    pub(crate) const fn schema(&self) -> i64 {
        self.schema
    }

    /// Opens the copy for reading.
    pub(crate) async fn open(&self) -> Result<FileCopy, SnapshotError> {
        FileCopy::open(self.path()).await.map_err(SnapshotError::Copy)
    }
}
