//! The data folder: the database and the pictures of a site.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

const DATABASE: &str = "guldkorn.db";
/// Name of the file by which a server locks the folder.
pub(crate) const LOCK: &str = "guldkorn.lock";

/// A data folder that exists and can be written.
#[derive(Debug, Clone)]
pub struct DataFolder {
    path: PathBuf,
    /// What was wrong with the rights, and was mended or not; said once the folder has turned out to be usable.
    warnings: Vec<String>,
}

/// The lock on a data folder; released when it is dropped.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// Why the data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    /// The folder does not exist and cannot be created.
    #[error("datamappen {0} kan inte skapas ({1}): välj en annan med --data")]
    Create(PathBuf, io::Error),
    /// Nothing can be written in the folder.
    #[error(
        "det går inte att skriva i datamappen {0} ({1}): ändra rättigheterna eller välj en annan med --data"
    )]
    Write(PathBuf, io::Error),
    /// Another server has locked the folder.
    #[error(
        "datamappen {0} används redan av en annan guldkorn serve: stäng den först eller välj en annan mapp med --data"
    )]
    InUse(PathBuf),
}

impl DataFolder {
    /// Names a folder as it is, without creating or changing anything.
    pub fn at(folder: &Path) -> Self {
        Self { path: folder.to_owned(), warnings: Vec::new() }
    }

    /// Creates the folder if it is missing, and checks that it can be written.
    ///
    /// # Errors
    /// [`DataFolderError::Create`] or [`DataFolderError::Write`].
    pub fn prepare(folder: &Path) -> Result<Self, DataFolderError> {
        let mut prepared = Self::at(folder);
        create_private(folder)
            .and_then(|()| create_private(&prepared.media()))
            .map_err(|error| DataFolderError::Create(folder.to_owned(), error))?;
        prepared.keep_private().map_err(|error| DataFolderError::Write(folder.to_owned(), error))?;
        let probe = folder.join(".skrivprov");
        File::create(&probe)
            .and_then(|_| std::fs::remove_file(&probe))
            .map_err(|error| DataFolderError::Write(folder.to_owned(), error))?;
        Ok(prepared)
    }

    /// Takes from others on the machine what they may do with the database and the pictures. The folder itself may be
    /// shared with other programs, so it stays as its owner made it.
    fn keep_private(&mut self) -> io::Result<()> {
        // Before SQLite does, which would let everybody read it, and whose log gets the rights of the database.
        open_private(&self.database())?;
        for suffix in ["", "-wal", "-shm"] {
            self.warnings.extend(restrict(&self.path.join(format!("{DATABASE}{suffix}")), 0o600)?);
        }
        self.warnings.extend(restrict(&self.media(), 0o700)?);
        Ok(())
    }

    /// Logs what [`prepare`](Self::prepare) found wrong.
    pub fn log_warnings(&self) {
        for warning in &self.warnings {
            tracing::warn!("{warning}");
        }
    }

    /// Locks the folder against a second server: the page cache of each would not notice the other's writes.
    ///
    /// # Errors
    /// [`DataFolderError::InUse`] when a server has locked it already.
    pub fn lock(&self) -> Result<FolderLock, DataFolderError> {
        let file = open_private(&self.path.join(LOCK))
            .map_err(|error| DataFolderError::Write(self.path.clone(), error))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(std::fs::TryLockError::WouldBlock) => Err(DataFolderError::InUse(self.path.clone())),
            Err(std::fs::TryLockError::Error(error)) => Err(DataFolderError::Write(self.path.clone(), error)),
        }
    }

    /// Returns the path of the folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the path of the database.
    pub fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// Returns the path of the pictures' folder.
    pub fn media(&self) -> PathBuf {
        self.path.join("media")
    }
}

/// Creates a folder that only its owner can enter: it holds the staff's password hashes and unpublished texts.
pub(crate) fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens a file, or creates it for its owner alone.
fn open_private(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Takes all rights but the owner's from a file or folder, if it is there and has more, and returns a sentence about it.
#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> io::Result<Option<String>> {
    use std::os::unix::fs::PermissionsExt as _;
    let rights = match path.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other?.permissions().mode() & 0o777,
    };
    if rights & !mode == 0 {
        return Ok(None);
    }
    let path_name = path.display();
    Ok(Some(match std::fs::set_permissions(path, std::fs::Permissions::from_mode(rights & mode)) {
        Ok(()) => {
            format!("Andra på datorn kom åt {path_name}: rättigheterna är ändrade till {:o}", rights & mode)
        }
        Err(error) => format!(
            "Andra på datorn kommer åt {path_name}, och rättigheterna kan inte ändras ({error}): kör chmod {mode:o}"
        ),
    }))
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> io::Result<Option<String>> {
    Ok(None)
}
