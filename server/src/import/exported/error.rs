//! Why an export is refused, in words for the person who gave it.

use crate::archive::ArchiveError;

/// Why an export is not read.
#[derive(Debug, thiserror::Error)]
pub enum ExportFileError {
    /// The zip file cannot be trusted, or is damaged.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The manifest is not what this program or an earlier one wrote.
    #[error("guldkorn-export.json i exporten går inte att läsa ({0}): exportera på nytt")]
    Manifest(String),
    /// A later program wrote it.
    #[error("exporten är gjord av en senare version av guldkorn ({0}): uppdatera programmet först")]
    Newer(String),
    /// A file is there that the manifest does not know.
    #[error(
        "exporten innehåller en fil som inte hör dit ({0}): använd filen som den skrevs av guldkorn export"
    )]
    Foreign(String),
    /// A file is missing.
    #[error("{0} saknas i exporten: exportera på nytt, eller hämta filen igen")]
    Missing(String),
    /// A file is another one than was written.
    #[error("{0} i exporten har ändrats eller skadats: exportera på nytt, eller hämta filen igen")]
    Changed(String),
}
