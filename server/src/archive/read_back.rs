//! Reading back what was just written.

use std::io;

use super::{Archive, ArchiveError, FinishedArchive, Limits, WriteError, copy};

/// Why what was written is not what was to be written.
#[derive(Debug, thiserror::Error)]
pub enum ReadBackError {
    /// An entry is missing or has other content.
    #[error("{0}")]
    Unlike(String),
    /// The archive or an entry cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl FinishedArchive {
    /// Reads files back, as somebody would who is given the archive: each by its path, size and SHA-256 in hexadecimal
    /// digits.
    ///
    /// # Errors
    /// See [`ReadBackError`].
    pub fn read_back<'a>(
        &self,
        limits: &Limits,
        files: impl IntoIterator<Item = (&'a str, u64, &'a str)>,
    ) -> Result<(), ReadBackError> {
        let archive = Archive::open(self.path(), limits)?;
        for (path, bytes, sha256) in files {
            let unlike = || ReadBackError::Unlike(path.to_owned());
            let reader = archive.reader(archive.find(path).ok_or_else(unlike)?)?;
            let read = match copy(reader, &mut io::sink()) {
                Ok(read) => read,
                Err(WriteError::Source(error) | WriteError::Target(error)) => {
                    return Err(ArchiveError::reading(path, error).into());
                }
            };
            if read.bytes != bytes || read.sha256_in_hex() != sha256 {
                return Err(unlike());
            }
        }
        Ok(())
    }
}
