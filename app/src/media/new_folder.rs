//! Folders of files whose row is not in the database yet, or soon no longer.
//!
//! Files are written before their row. Where the process ends between the two, nobody could tell what it leaves from the
//! files of a newer database whose place an older one has taken, which stay for thirty days. So beside a new folder lies a
//! mark until its row is committed, and again while its row is being deleted. The mark of a new folder is locked: another
//! process may be at it, such as an import beside the server. Marks lie beside the folders, so that a start finds them without
//! opening each.

use std::fmt::Display;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, is_temporary, sync_folder};

/// Ending of the names of marks. It ends as that of everything unfinished.
const MARK: &str = ".ny.del";

/// A folder that is being filled, or whose row is still to come. Dropped before it has its name, it is removed; afterwards it
/// stays marked, because the row may be on its way all the same, and the next start decides.
#[derive(Debug)]
pub struct NewFolder {
    media_folder: PathBuf,
    id: String,
    has_name: bool,
    _lock: File,
}

impl NewFolder {
    /// Creates the folder of an id under a temporary name.
    pub(super) fn begin(media_folder: &Path, id: impl Display) -> io::Result<Self> {
        let lock = File::create_new(mark_of(media_folder, &id))?;
        lock.try_lock()?;
        let new =
            Self { media_folder: media_folder.to_owned(), id: id.to_string(), has_name: false, _lock: lock };
        fs::create_dir(new.temporary())?;
        Ok(new)
    }

    /// Returns the id of the picture or the document's file.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns where its files are written.
    pub(super) fn temporary(&self) -> PathBuf {
        files::temporary_folder(&self.media_folder, &*self.id)
    }

    /// Gives it its name. When this returns, the folder survives a power cut, and so do those of its files that have been
    /// synced.
    pub(super) fn keep(mut self) -> io::Result<Self> {
        sync_folder(&self.temporary())?;
        fs::rename(self.temporary(), files::folder(&self.media_folder, &self.id))?;
        self.has_name = true;
        sync_folder(&self.media_folder).inspect_err(|_| files::remove(&self.media_folder, &*self.id))?;
        Ok(self)
    }

    /// Takes the mark away, once the row is in the database.
    pub fn settle(self) {
        files::remove_path(&mark_of(&self.media_folder, &self.id));
    }

    /// Removes it: there is no row.
    pub fn discard(self) {
        files::remove(&self.media_folder, &*self.id);
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if !self.has_name {
            files::remove_path(&self.temporary());
            files::remove_path(&mark_of(&self.media_folder, &self.id));
        }
    }
}

/// Marks a folder whose row is about to be deleted: where the process ends before its files are removed, the next start
/// decides.
///
/// # Errors
/// What the disk reports.
pub fn mark(media_folder: &Path, id: impl Display) -> io::Result<()> {
    File::create(mark_of(media_folder, id)).map(drop)
}

/// Returns whether a folder is marked.
pub fn is_marked(media_folder: &Path, id: impl Display) -> bool {
    mark_of(media_folder, id).exists()
}

/// Lists the folders that are marked although no process is at them any longer, and locks their marks.
///
/// # Errors
/// What the disk reports when the media folder cannot be read.
pub fn abandoned(media_folder: &Path) -> io::Result<Vec<NewFolder>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(media_folder)? {
        let name = entry?.file_name();
        let Some(id) = name.to_str().and_then(|name| name.strip_prefix('.')?.strip_suffix(MARK)) else {
            continue;
        };
        if let Some(lock) = take_mark(media_folder, id)? {
            let (media_folder, id) = (media_folder.to_owned(), id.to_owned());
            found.push(NewFolder { media_folder, id, has_name: true, _lock: lock });
        }
    }
    Ok(found)
}

/// Removes what interrupted writes have left under temporary names, but for the marks. What another process is writing stays;
/// in this one nothing may be on its way.
///
/// # Errors
/// What the disk reports when the media folder cannot be read or changed.
pub fn remove_half_written(media_folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(media_folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !is_temporary(&name) || is_mark(&name) {
            continue;
        }
        if !entry.file_type()?.is_dir() {
            fs::remove_file(entry.path())?;
        } else if let Some(id) = files::id_of_temporary(&name)
            && (!is_marked(media_folder, id) || take_mark(media_folder, id)?.is_some())
        {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Whether a name is that of a mark.
pub(super) fn is_mark(name: &str) -> bool {
    name.ends_with(MARK)
}

pub(super) fn mark_of(media_folder: &Path, id: impl Display) -> PathBuf {
    media_folder.join(format!(".{id}{MARK}"))
}

/// Locks the mark of a folder, if there is one that nobody has locked.
fn take_mark(media_folder: &Path, id: &str) -> io::Result<Option<File>> {
    match File::options().write(true).open(mark_of(media_folder, id)) {
        Ok(mark) => Ok(mark.try_lock().is_ok().then_some(mark)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::PictureId;

    fn id(number: u8) -> PictureId {
        format!("{number:032x}").parse().unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn ids(folders: &[NewFolder]) -> Vec<&str> {
        folders.iter().map(NewFolder::id).collect()
    }

    #[test]
    fn a_folder_without_a_name_leaves_nothing_and_one_with_a_name_stays_marked() {
        let media = tempfile::tempdir().unwrap();
        drop(NewFolder::begin(media.path(), id(1)).unwrap());
        assert!(names(media.path()).is_empty());
        let kept = NewFolder::begin(media.path(), id(1)).unwrap().keep().unwrap();
        assert!(abandoned(media.path()).unwrap().is_empty(), "somebody is at it");
        drop(kept);
        let left = abandoned(media.path()).unwrap();
        assert_eq!(ids(&left), [id(1).to_string()]);
        assert!(abandoned(media.path()).unwrap().is_empty(), "now we are");
        left.into_iter().for_each(NewFolder::settle);
        assert_eq!(names(media.path()), [id(1).to_string()]);
        mark(media.path(), id(1)).unwrap();
        assert_eq!(ids(&abandoned(media.path()).unwrap()), [id(1).to_string()], "its row is about to go");
        files::remove(media.path(), id(1));
        let other = NewFolder::begin(media.path(), id(2)).unwrap().keep().unwrap();
        other.discard();
        assert!(names(media.path()).is_empty());
    }

    #[test]
    fn what_is_half_written_goes_and_what_another_process_writes_stays() {
        let media = tempfile::tempdir().unwrap();
        files::write(media.path(), id(1), [("480.webp", &b"x"[..])]).unwrap();
        for name in [".keep", ".1.f0.webp.del"] {
            fs::write(media.path().join(name), "").unwrap();
        }
        for left in [2, 3] {
            fs::create_dir(files::temporary_folder(media.path(), id(left))).unwrap();
        }
        mark(media.path(), id(2)).unwrap();
        let _writing = NewFolder::begin(media.path(), id(4)).unwrap();
        let _kept = NewFolder::begin(media.path(), id(5)).unwrap().keep().unwrap();
        remove_half_written(media.path()).unwrap();
        let marks = [2, 4, 5].map(|number| format!(".{}{MARK}", id(number)));
        let [left, writing, kept] = marks;
        let folder = format!(".{}.del", id(4));
        let [one, five] = [1, 5].map(|number| id(number).to_string());
        assert_eq!(names(media.path()), [left, folder, writing, kept, ".keep".into(), one, five]);
        assert_eq!(ids(&abandoned(media.path()).unwrap()), [id(2).to_string()]);
        assert!(remove_half_written(&media.path().join("missing")).is_err());
    }
}
