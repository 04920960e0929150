//! A file that is written beside the place where it is to be, so that it is there wholly or not at all.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Ending of the names of files that are being written.
const ENDING: &str = ".del";
/// What `SQLite` adds to a database's name for the file beside it by which it rolls back.
const JOURNAL: &str = "-journal";

/// A file that is being written, for its owner alone, and locked meanwhile. Dropped before [`keep_as`](Self::keep_as), it is
/// removed; when the process ends before that, the next one removes it that writes to the same place.
#[derive(Debug)]
pub struct TemporaryFile {
    path: PathBuf,
    is_kept: bool,
    /// Tells it from one that a process has left behind.
    _lock: File,
}

impl TemporaryFile {
    /// Creates a file beside a target, hidden and under a name that no other process uses: `.kopia.zip.4711.zip.del`.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn beside(target: &Path, kind: &str) -> io::Result<(Self, File)> {
        let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
        remove_abandoned(folder_of(target), &format!(".{name}."))?;
        let path = target.with_file_name(format!(".{name}.{}.{kind}{ENDING}", std::process::id()));
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path)?;
        let temporary = Self { path, is_kept: false, _lock: file.try_clone()? };
        file.try_lock()?;
        Ok((temporary, file))
    }

    /// Returns where it is being written.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, in place of a file that has it. When this returns, content and name survive a power cut.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn keep_as(mut self, target: &Path) -> io::Result<()> {
        File::open(&self.path)?.sync_all()?;
        fs::rename(&self.path, target)?;
        self.is_kept = true;
        sync_name(target)
    }
}

/// Makes the name of a file or folder survive a power cut.
///
/// # Errors
/// What the disk reports.
pub fn sync_name(path: &Path) -> io::Result<()> {
    File::open(folder_of(path))?.sync_all()
}

/// Removes the files of a folder that processes have left behind while they were writing them, with what `SQLite` has left
/// beside them. Their names begin so.
///
/// # Errors
/// What the disk reports.
pub fn remove_abandoned(folder: &Path, beginning: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| name.starts_with(beginning)) else { continue };
        let written = name.strip_suffix(JOURNAL).unwrap_or(name);
        if written.ends_with(ENDING) && entry.file_type()?.is_file() && is_abandoned(&folder.join(written))? {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Whether no process is writing a file; none is writing one that is not there.
fn is_abandoned(file: &Path) -> io::Result<bool> {
    match File::open(file) {
        Ok(file) => Ok(file.try_lock().is_ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        if !self.is_kept
            && let Err(error) = fs::remove_file(&self.path)
        {
            tracing::warn!(%error, file = %self.path.display(), "a half-written file could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_file_is_kept_whole_or_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("kopia");
        let count = || fs::read_dir(folder.path()).unwrap().count();
        drop(TemporaryFile::beside(&target, "db").unwrap());
        assert_eq!(count(), 0);
        for text in ["ett", "två"] {
            let (file, mut content) = TemporaryFile::beside(&target, "db").unwrap();
            content.write_all(text.as_bytes()).unwrap();
            assert!(TemporaryFile::beside(&target, "db").is_err(), "one at a time");
            file.keep_as(&target).unwrap();
            assert_eq!((fs::read_to_string(&target).unwrap().as_str(), count()), (text, 1));
        }
    }

    #[test]
    fn what_a_process_has_left_behind_goes_and_what_one_is_writing_stays() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("kopia");
        for name in
            [".kopia.1.db.del", ".kopia.1.db.del-journal", ".kopia.annan", ".annan.1.db.del", "kopia.del"]
        {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let (writing, _) = TemporaryFile::beside(&target, "db").unwrap();
        let journal = format!("{}-journal", writing.path().display());
        fs::write(&journal, "").unwrap();
        let (_other, _) = TemporaryFile::beside(&target, "zip").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 6, "two of five have gone");
        assert!(!folder.path().join(".kopia.1.db.del").exists() && Path::new(&journal).exists());
    }
}
