//! A folder for what is needed during one run only. It lies within the data folder, whose disk has the room.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::data_folder::create_private;

/// Ending of the names of such folders.
const ENDING: &str = ".del";

/// A folder that its owner alone may enter, locked while it is used. Dropped, it is removed with all that is in it; when the
/// process ends before that, [`remove_abandoned`] does so.
#[derive(Debug)]
pub(crate) struct TemporaryFolder {
    path: PathBuf,
    /// Tells it from one that a process has left behind.
    _lock: File,
}

impl TemporaryFolder {
    /// Creates a folder within another, hidden and under a name that nobody else uses: `.import.4711-0.del`.
    ///
    /// # Errors
    /// What the disk reports.
    pub(crate) fn within(folder: &Path, kind: &str) -> io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        remove_abandoned(folder, kind)?;
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".{kind}.{}-{number}{ENDING}", std::process::id()));
        create_private(&path)?;
        let lock = File::open(&path)?;
        lock.try_lock()?;
        Ok(Self { path, _lock: lock })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tracing::warn!(%error, folder = %self.path.display(), "a temporary folder could not be removed");
        }
    }
}

/// Removes the temporary folders of a kind that processes have left behind.
///
/// # Errors
/// What the disk reports.
pub(crate) fn remove_abandoned(folder: &Path, kind: &str) -> io::Result<()> {
    let beginning = format!(".{kind}.");
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_ours =
            name.to_str().is_some_and(|name| name.starts_with(&beginning) && name.ends_with(ENDING));
        if is_ours && entry.file_type()?.is_dir() && File::open(entry.path())?.try_lock().is_ok() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_goes_with_its_run_and_one_that_was_left_behind_with_the_next() {
        let data = tempfile::tempdir().unwrap();
        let left = data.path().join(".import.1-0.del");
        fs::create_dir(&left).unwrap();
        fs::write(left.join("a.md"), "x").unwrap();
        fs::create_dir(data.path().join("import.del")).unwrap();
        let first = TemporaryFolder::within(data.path(), "import").unwrap();
        assert!(!left.exists());
        let second = TemporaryFolder::within(data.path(), "import").unwrap();
        assert!(first.path().is_dir() && first.path() != second.path());
        drop((first, second));
        let names: Vec<_> =
            fs::read_dir(data.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["import.del"]);
    }
}
