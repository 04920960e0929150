//! The folder that a zip file becomes for the length of an import.

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};

use crate::archive::{Archive, ArchiveError, Entry, WriteError, copy};
use crate::data_folder::create_private;
use crate::import::FOLDER;
use crate::temporary_folder::TemporaryFolder;

/// A zip file that is unpacked. Dropped, its files are gone.
#[derive(Debug)]
pub(in crate::import) struct Unpacked {
    folder: TemporaryFolder,
    /// The one folder in which everything lies, if there is one.
    top: Option<String>,
}

/// Why a zip file was not unpacked.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// It is not what it says.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The disk is full, or the folder cannot be written.
    #[error("zip-filen kunde inte packas upp i {0} ({1}): kontrollera att disken har plats")]
    Write(PathBuf, io::Error),
}

impl Unpacked {
    /// Unpacks a judged archive within the data folder.
    pub(in crate::import) fn new(archive: &Archive, data: &Path) -> Result<Self, UnpackError> {
        let unwritable = |error| UnpackError::Write(data.to_owned(), error);
        let folder = TemporaryFolder::within(data, FOLDER).map_err(unwritable)?;
        for entry in archive.entries() {
            let target = folder.path().join(entry.name());
            if let Some(parent) = target.parent() {
                create_private(parent).map_err(unwritable)?;
            }
            let mut file =
                OpenOptions::new().write(true).create_new(true).open(&target).map_err(unwritable)?;
            copy(archive.reader(entry)?, &mut file).map_err(|error| match error {
                WriteError::Source(error) => ArchiveError::reading(entry.name(), error).into(),
                WriteError::Target(error) => unwritable(error),
            })?;
        }
        Ok(Self { folder, top: top(archive.entries().iter().map(Entry::name)) })
    }

    /// Returns where a file lies.
    pub(in crate::import) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns the folder that was zipped.
    pub(in crate::import) fn root(&self) -> PathBuf {
        self.folder.path().join(self.top.as_deref().unwrap_or_default())
    }

    /// Returns what the folder was called that was zipped: its own name, or that of the zip file.
    pub(in crate::import) fn name(&self, zip: &Path) -> String {
        let stem = || zip.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        self.top.clone().unwrap_or_else(stem)
    }
}

/// Returns the folder in which all files lie, if it is one and the same.
pub(super) fn top<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut tops = names.map(|name| name.split_once('/').map(|(top, _)| top));
    let first = tops.next()??;
    tops.all(|top| top == Some(first)).then(|| first.to_owned())
}
