//! The zip file of an export while it is written.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use app::export::{FileEntry, Manifest, layout};

use super::LIMITS;
use super::error::ExportError;
use crate::archive::{ArchiveWriter, Packing, WriteError};

/// The zip file of an export while it is written, and what is in it so far.
pub(super) struct Output {
    writer: ArchiveWriter,
    target: PathBuf,
    files: Vec<FileEntry>,
}

impl Output {
    pub(super) fn create(target: &Path) -> Result<Self, ExportError> {
        let unwritable = |error| ExportError::Write(target.to_owned(), error);
        let writer = ArchiveWriter::create(target).map_err(unwritable)?;
        Ok(Self { writer, target: target.to_owned(), files: Vec::new() })
    }

    /// Adds a text.
    pub(super) fn add(&mut self, path: &str, content: impl Read) -> Result<(), ExportError> {
        self.add_packed(path, content, Packing::Deflate, ExportError::Content)
    }

    /// Adds content whose reading may fail for a reason of its own.
    pub(super) fn add_packed(
        &mut self,
        path: &str,
        content: impl Read,
        packing: Packing,
        unreadable: impl FnOnce(io::Error) -> ExportError,
    ) -> Result<(), ExportError> {
        let written = self.writer.add(path, content, packing).map_err(|error| match error {
            WriteError::Source(error) => unreadable(error),
            WriteError::Target(error) => ExportError::Write(self.target.clone(), error),
        })?;
        let (bytes, sha256) = (written.bytes, written.sha256_in_hex());
        self.files.push(FileEntry { path: path.to_owned(), bytes, sha256 });
        Ok(())
    }

    /// Writes the manifest, reads everything back, and gives the file its name. Returns its size.
    pub(super) fn finish(mut self, manifest: &mut Manifest) -> Result<u64, ExportError> {
        self.files.sort_by(|one, other| one.path.cmp(&other.path));
        manifest.files = std::mem::take(&mut self.files);
        let json = serde_json::to_vec_pretty(manifest).map_err(|error| ExportError::Content(error.into()))?;
        self.add(layout::MANIFEST, &*json)?;
        let unwritable = |error| ExportError::Write(self.target.clone(), error);
        let finished = self.writer.finish().map_err(unwritable)?;
        let files = manifest.files.iter().chain(&self.files);
        finished.read_back(&LIMITS, files.map(|file| (&*file.path, file.bytes, &*file.sha256)))?;
        finished.keep_as(&self.target).map_err(unwritable)?;
        Ok(self.target.metadata().map_err(unwritable)?.len())
    }
}
