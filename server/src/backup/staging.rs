//! The folder in which a site is put together before it is moved into place.
//!
//! It lies within the data folder, not beside it: where that belongs to the server's user or is a disk of its own, nothing
//! can be made beside it, and within it a move is a rename. Meanwhile the data folder is locked as by a server.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::restore_error::RestoreError;
use crate::data_folder::{DataFolder, FolderLock, LOCK, STAGING, create_private};

/// What an empty disk has by itself.
const OF_DISKS: &str = "lost+found";

/// A site that is put together within the data folder that it is to have. Dropped before [`keep`](Self::keep), it leaves
/// everything as it was.
#[derive(Debug)]
pub(super) struct Staging {
    data: PathBuf,
    /// What there is to remove when it is not kept, besides the folder itself.
    made: Vec<PathBuf>,
    _lock: FolderLock,
}

impl Staging {
    /// Begins in a data folder that is empty or missing.
    pub(super) fn begin(data: &Path) -> Result<Self, RestoreError> {
        let unwritable = |error| RestoreError::Write(data.to_owned(), error);
        let mut made = Vec::new();
        if data.exists() {
            check_empty(data)?;
        } else {
            create_private(data).map_err(unwritable)?;
            made.push(data.to_owned());
        }
        let lock = data.join(LOCK);
        if !lock.exists() {
            made.push(lock);
        }
        let staging = Self { data: data.to_owned(), made, _lock: DataFolder::at(data).lock()? };
        check_empty(data)?;
        // What a process has left that ended before it was done: under the lock it can be nobody's.
        if has_moved_media(data) {
            remove(&DataFolder::at(data).media());
        }
        remove(&staging.path());
        create_private(&DataFolder::at(&staging.path()).media()).map_err(unwritable)?;
        Ok(staging)
    }

    pub(super) fn path(&self) -> PathBuf {
        self.data.join(STAGING)
    }

    /// Moves everything into place, the database last: without it, nobody takes the folder for a site. When this returns, it
    /// survives a power cut.
    pub(super) fn keep(mut self) -> Result<(), RestoreError> {
        let (folder, staged) = (DataFolder::at(&self.data), DataFolder::at(&self.path()));
        let unwritable = |error| RestoreError::Write(folder.path().to_owned(), error);
        // Commands that do not lock the folder may have begun a site in it.
        if folder.database().metadata().is_ok_and(|database| database.len() > 0) {
            return Err(RestoreError::NotEmpty(self.data.clone()));
        }
        sync_folders(&staged.media()).map_err(unwritable)?;
        File::open(staged.database()).and_then(|database| database.sync_all()).map_err(unwritable)?;
        fs::rename(staged.media(), folder.media()).map_err(unwritable)?;
        self.made.push(folder.media());
        fs::rename(staged.database(), folder.database()).map_err(unwritable)?;
        self.made.clear();
        File::open(&self.data).and_then(|data| data.sync_all()).map_err(unwritable)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        remove(&self.path());
        for path in self.made.iter().rev() {
            remove(path);
        }
    }
}

/// Removes what a process has left that ended when everything was in its place. Call it under the folder's lock.
pub(crate) fn remove_leftover(folder: &DataFolder) {
    remove(&folder.path().join(STAGING));
}

/// Returns whether a process has ended between moving the media and moving the database into place: then both are to be
/// put together anew.
fn has_moved_media(data: &Path) -> bool {
    let (folder, staged) = (DataFolder::at(data), DataFolder::at(&data.join(STAGING)));
    staged.database().exists() && !staged.media().exists() && !folder.database().exists()
}

/// Removes a file or folder that is ours, if it is there.
fn remove(path: &Path) {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    if let Err(error) = removed
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(%error, path = %path.display(), "what was half restored could not be removed");
    }
}

fn check_empty(data: &Path) -> Result<(), RestoreError> {
    let unwritable = |error| RestoreError::Write(data.to_owned(), error);
    let media = has_moved_media(data).then(|| DataFolder::at(data).media());
    for entry in fs::read_dir(data).map_err(unwritable)? {
        let entry = entry.map_err(unwritable)?;
        let name = entry.file_name();
        if name != OF_DISKS && name != LOCK && name != STAGING && Some(entry.path()) != media {
            return Err(RestoreError::NotEmpty(data.to_owned()));
        }
    }
    Ok(())
}

/// Makes the names of all files in the media folder survive a power cut.
fn sync_folders(media: &Path) -> io::Result<()> {
    for entry in fs::read_dir(media)? {
        File::open(entry?.path())?.sync_all()?;
    }
    File::open(media)?.sync_all()
}
