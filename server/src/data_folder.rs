//! The data folder: the database and the pictures of a site.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use app::consent::KEY_FILE;
use app::db::COPY_BEFORE_UPDATE;
use app::erasure::LIST_FILE;
use app::temporary_file::sync_name;

const DATABASE: &str = "guldkorn.db";
/// Name of the file by which a server locks the folder.
pub(crate) const LOCK: &str = "guldkorn.lock";
/// Name of the folder in which `guldkorn restore` puts a site together.
pub(crate) const STAGING: &str = ".aterstallning.del";

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
    /// A backup is being restored into the folder, or was until the process ended.
    #[error("i {0} pågår guldkorn restore, eller så blev det avbrutet: vänta, eller kör samma kommando igen")]
    Restoring(PathBuf),
    /// There is no database in the folder.
    #[error("i {0} finns ingen webbplats: ange webbplatsens datamapp med --data")]
    Empty(PathBuf),
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
    /// [`DataFolderError::Create`], [`DataFolderError::Write`] or [`DataFolderError::Restoring`].
    pub fn prepare(folder: &Path) -> Result<Self, DataFolderError> {
        let mut prepared = Self::at(folder);
        let has_site = || prepared.database().metadata().is_ok_and(|database| database.len() > 0);
        if folder.join(STAGING).exists() && !has_site() {
            return Err(DataFolderError::Restoring(folder.to_owned()));
        }
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

    /// Takes a folder with a database as it is, without changing anything.
    ///
    /// # Errors
    /// [`DataFolderError::Empty`].
    pub fn existing(folder: &Path) -> Result<Self, DataFolderError> {
        let existing = Self { path: folder.to_owned(), warnings: Vec::new() };
        if existing.database().is_file() {
            Ok(existing)
        } else {
            Err(DataFolderError::Empty(folder.to_owned()))
        }
    }

    /// Takes from others on the machine what they may do with the database and the pictures. The folder itself may be
    /// shared with other programs, so it stays as its owner made it.
    fn keep_private(&mut self) -> io::Result<()> {
        // Before SQLite does, which would let everybody read it, and whose log gets the rights of the database.
        open_private(&self.database())?;
        for (path, mode) in self.private_paths() {
            self.warnings.extend(restrict(&path, mode)?);
        }
        Ok(())
    }

    /// Lists what only its owner may reach, with the most rights that each may have. Not all of it is always there.
    pub fn private_paths(&self) -> Vec<(PathBuf, u32)> {
        let mut paths: Vec<_> =
            ["", "-wal", "-shm"].map(|suffix| (self.path.join(format!("{DATABASE}{suffix}")), 0o600)).into();
        for name in [LOCK, COPY_BEFORE_UPDATE, KEY_FILE, LIST_FILE] {
            paths.push((self.path.join(name), 0o600));
        }
        paths.push((self.media(), 0o700));
        paths
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

    /// Returns whether a server has locked the folder.
    ///
    /// # Errors
    /// [`DataFolderError::Write`] when the lock cannot be asked.
    pub fn is_in_use(&self) -> Result<bool, DataFolderError> {
        let asked = |error| DataFolderError::Write(self.path.clone(), error);
        let file = match File::open(self.path.join(LOCK)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(asked(error)),
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(false),
            Err(std::fs::TryLockError::WouldBlock) => Ok(true),
            Err(std::fs::TryLockError::Error(error)) => Err(asked(error)),
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

/// Creates a folder that only its owner can enter: it holds the staff's password hashes and unpublished texts. When this
/// returns, its name survives a power cut.
pub(crate) fn create_private(folder: &Path) -> io::Result<()> {
    let made: Vec<_> = folder.ancestors().take_while(|path| !path.exists()).collect();
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    made.into_iter().filter(|path| !path.as_os_str().is_empty()).try_for_each(sync_name)
}

/// Opens a file, or creates it for its owner alone.
fn open_private(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Returns the rights of a file or folder if others than its owner have some; nothing if it is not there.
///
/// # Errors
/// What the disk reports.
#[cfg(unix)]
pub fn excessive_rights(path: &Path, mode: u32) -> io::Result<Option<u32>> {
    use std::os::unix::fs::PermissionsExt as _;
    let rights = match path.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other?.permissions().mode() & 0o777,
    };
    Ok((rights & !mode != 0).then_some(rights))
}

#[cfg(not(unix))]
pub fn excessive_rights(_: &Path, _: u32) -> io::Result<Option<u32>> {
    Ok(None)
}

/// Takes all rights but the owner's from a file or folder, if it is there and has more, and returns a sentence about it.
///
/// # Errors
/// What the disk reports when the rights cannot be read.
#[cfg(unix)]
pub fn restrict(path: &Path, mode: u32) -> io::Result<Option<String>> {
    use std::os::unix::fs::PermissionsExt as _;
    let Some(rights) = excessive_rights(path, mode)? else { return Ok(None) };
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
pub fn restrict(_: &Path, _: u32) -> io::Result<Option<String>> {
    Ok(None)
}
