//! The folder with everything that a site owns: the database and the pictures.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A data folder that can be used.
#[derive(Debug, Clone)]
pub struct DataFolder(PathBuf);

/// Says, for as long as it lives, that one server uses the data folder.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// Why the data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    /// It is not there and cannot be made.
    #[error("datamappen {0} kan inte skapas ({1}): välj en annan med --data")]
    Create(PathBuf, io::Error),
    /// Nothing can be written in it.
    #[error(
        "det går inte att skriva i datamappen {0} ({1}): ändra rättigheterna eller välj en annan med --data"
    )]
    Write(PathBuf, io::Error),
    /// Another server uses it.
    #[error(
        "datamappen {0} används redan av en annan guldkorn serve: stäng den först eller välj en annan mapp med --data"
    )]
    InUse(PathBuf),
}

impl DataFolder {
    /// Makes the folder if it is missing, and checks that it can be written.
    ///
    /// # Errors
    /// When it cannot.
    pub fn prepare(folder: &Path) -> Result<Self, DataFolderError> {
        let prepared = Self(folder.to_owned());
        make(folder)
            .and_then(|()| make(&prepared.media()))
            .map_err(|error| DataFolderError::Create(folder.to_owned(), error))?;
        let trial = folder.join(".skrivprov");
        File::create(&trial)
            .and_then(|_| std::fs::remove_file(&trial))
            .map_err(|error| DataFolderError::Write(folder.to_owned(), error))?;
        Ok(prepared)
    }

    /// Keeps a second server out. Two would not see each other's changes in their memory of finished pages.
    ///
    /// # Errors
    /// When a server uses the folder already.
    pub fn lock(&self) -> Result<FolderLock, DataFolderError> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.0.join("guldkorn.lock"))
            .map_err(|error| DataFolderError::Write(self.0.clone(), error))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(std::fs::TryLockError::WouldBlock) => Err(DataFolderError::InUse(self.0.clone())),
            Err(std::fs::TryLockError::Error(error)) => Err(DataFolderError::Write(self.0.clone(), error)),
        }
    }

    /// The database's file.
    pub fn database(&self) -> PathBuf {
        self.0.join("guldkorn.db")
    }

    /// The pictures' folder.
    pub fn media(&self) -> PathBuf {
        self.0.join("media")
    }
}

/// Makes a folder that only its owner can enter: it holds the staff's password hashes and unpublished texts.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
