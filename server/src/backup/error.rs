//! Why a backup could not be made, each with what to do.

use std::io;
use std::path::PathBuf;

use app::db::MigrateError;

use crate::archive::ArchiveError;

/// Why a backup could not be made. Nothing is left of it.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is no database in the data folder.
    #[error("det finns ingen webbplats i {0}: visa rätt datamapp med --data")]
    NoSite(PathBuf),
    /// The file is there already.
    #[error("{0} finns redan: välj ett annat namn eller ta bort den")]
    Exists(PathBuf),
    /// The database was made by a newer program, or by one from before documents.
    #[error(transparent)]
    Newer(MigrateError),
    /// The database is older than what this program backs up.
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
    #[error("databasen är skadad ({0}): kör guldkorn check. Ingen säkerhetskopia är gjord")]
    Damaged(String),
    /// A file of the media folder is there and cannot be read.
    #[error("{0} kan inte läsas ({1}): kontrollera rättigheterna och disken")]
    Media(PathBuf, io::Error),
    /// The backup cannot be written.
    #[error(
        "säkerhetskopian kan inte skrivas till {0} ({1}): kontrollera att mappen finns, att du får skriva där och att \
        disken har plats"
    )]
    Write(PathBuf, io::Error),
    /// What was written does not read as it was.
    #[error("säkerhetskopian blev inte som den skulle ({0}): försök igen, helst på en annan disk")]
    Unlike(String),
    /// The backup that was written cannot be read.
    #[error("säkerhetskopian kunde inte läsas tillbaka: {0}")]
    ReadBack(#[from] ArchiveError),
    /// The operating system refused threads.
    #[error("programmet kunde inte starta: {0}")]
    Runtime(io::Error),
}
