//! Why a backup could not be made, each with what to do.

use std::io;
use std::path::PathBuf;

use crate::archive::ReadBackError;
use crate::snapshot::SnapshotError;

/// Why a backup could not be made. Nothing is left of it.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database could not be copied.
    #[error(transparent)]
    Database(#[from] SnapshotError),
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
    ReadBack(#[from] ReadBackError),
    /// The operating system refused threads.
    #[error("programmet kunde inte starta: {0}")]
    Runtime(io::Error),
}
