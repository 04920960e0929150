//! Why a site could not be exported, each with what to do.

use std::io;
use std::path::PathBuf;

use crate::archive::ReadBackError;
use crate::snapshot::SnapshotError;

/// Why a site could not be exported. Nothing is left of the file.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database could not be copied.
    #[error(transparent)]
    Database(#[from] SnapshotError),
    /// The copy holds something that cannot be read.
    #[error("innehållet kunde inte läsas ({0}): kör guldkorn check. Ingenting är skrivet")]
    Content(io::Error),
    /// A file of the media folder is there and cannot be read.
    #[error("{0} kan inte läsas ({1}): kontrollera rättigheterna och disken")]
    Media(PathBuf, io::Error),
    /// The export cannot be written.
    #[error(
        "exporten kan inte skrivas till {0} ({1}): kontrollera att mappen finns, att du får skriva där och att disken \
        har plats"
    )]
    Write(PathBuf, io::Error),
    /// What was written does not read as it was.
    #[error("exporten blev inte som den skulle ({0}): försök igen, helst på en annan disk")]
    ReadBack(#[from] ReadBackError),
    /// The operating system refused threads.
    #[error("programmet kunde inte starta: {0}")]
    Runtime(io::Error),
}
