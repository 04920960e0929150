//! Why a backup could not be restored, each with what to do.

use std::io;
use std::path::PathBuf;

use app::db::OpenError;

use crate::archive::ArchiveError;
use crate::data_folder::DataFolderError;

/// Why a backup could not be restored. The data folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The data folder has something in it.
    #[error(
        "datamappen {0} är inte tom: flytta undan den eller välj en annan med --data. Ingenting är ändrat"
    )]
    NotEmpty(PathBuf),
    /// A server uses the data folder.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The zip file cannot be used.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The zip file is no backup.
    #[error("zipfilen är ingen säkerhetskopia av guldkorn: välj en som guldkorn backup har gjort")]
    NoBackup,
    /// A newer program made the backup; its version.
    #[error("säkerhetskopian är gjord av en nyare version av guldkorn ({0}): installera den och försök igen")]
    Newer(String),
    /// A file of the manifest is not in the archive.
    #[error("{0} saknas i säkerhetskopian: den är skadad, ta en annan")]
    Missing(String),
    /// The archive has a file that the manifest does not know, or that has no place in a site.
    #[error("{0} hör inte hemma i en säkerhetskopia: någon har ändrat i den, ta en annan")]
    Foreign(String),
    /// A file is not the one that was backed up.
    #[error("{0} är ändrad eller skadad i säkerhetskopian: ta en annan")]
    Changed(String),
    /// The database is damaged.
    #[error("databasen i säkerhetskopian är skadad ({0}): ta en annan")]
    Damaged(String),
    /// The database cannot be opened or brought up to date.
    #[error("databasen i säkerhetskopian kan inte användas: {0}")]
    Database(#[from] OpenError),
    /// The database cannot be read or changed.
    #[error("databasen i säkerhetskopian kan inte användas: {0}")]
    Query(#[from] sqlx::Error),
    /// The data folder cannot be written.
    #[error(
        "det går inte att skriva i {0} ({1}): kontrollera rättigheterna och att disken har plats. Ingenting är ändrat"
    )]
    Write(PathBuf, io::Error),
    /// The operating system refused threads.
    #[error("programmet kunde inte starta: {0}")]
    Runtime(io::Error),
}
