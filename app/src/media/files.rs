//! The files of pictures and documents: one folder per picture or document's file, named by its id.
//!
//! A folder is filled under a temporary name and renamed when all of it is on the disk: whoever finds a picture finds
//! the whole of it. What a power cut leaves half done is removed at the next start (`new_folder`).

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

use super::new_folder::{NewFolder, mark_of};

/// Ending of a folder's name while it is being filled.
const TEMPORARY: &str = ".del";

/// Writes a picture's files, all or none, for a row that is there. When this returns, they survive a power cut.
///
/// # Errors
/// What the disk reports.
pub fn write<'a>(
    media_folder: &Path,
    picture: impl Display + Copy,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<()> {
    write_new(media_folder, picture, files).map(NewFolder::settle)
}

/// Writes a picture's files, all or none, for a row that is still to come. When this returns, they survive a power cut.
///
/// # Errors
/// What the disk reports.
pub fn write_new<'a>(
    media_folder: &Path,
    picture: impl Display + Copy,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<NewFolder> {
    let new = NewFolder::begin(media_folder, picture)?;
    fill(&new.temporary(), files)?;
    new.keep()
}

/// Adds files to a picture's folder, each wholly or not at all. One that is there already stays: a file never changes
/// under its name.
///
/// # Errors
/// What the disk reports.
pub(super) fn add<'a>(
    media_folder: &Path,
    picture: impl Display + Copy,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<()> {
    let folder = folder(media_folder, picture);
    for (name, bytes) in files {
        let path = folder.join(name);
        if path.exists() {
            continue;
        }
        // Beside the folder, where the next start looks for what was interrupted.
        let temporary = media_folder.join(format!(".{picture}.{name}{TEMPORARY}"));
        let mut file = File::create(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(temporary, path)?;
    }
    sync_folder(&folder)
}

/// Removes a file of a picture that stays.
pub(crate) fn remove_file(media_folder: &Path, picture: impl Display + Copy, name: &str) {
    if let Err(error) = fs::remove_file(folder(media_folder, picture).join(name))
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(%error, %picture, name, "a picture's file could not be removed");
    }
}

/// Removes a folder with its files, and the mark beside it.
pub fn remove(media_folder: &Path, id: impl Display + Copy) {
    remove_path(&folder(media_folder, id));
    remove_path(&mark_of(media_folder, id));
}

/// Removes a folder or a file that is ours, if it is there.
pub(super) fn remove_path(path: &Path) {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    if let Err(error) = removed
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(%error, path = %path.display(), "media could not be removed");
    }
}

/// Lists the ids whose folders nobody has changed since an instant.
///
/// # Errors
/// What the disk reports when the media folder cannot be read.
pub(crate) fn unchanged_since<I: FromStr>(media_folder: &Path, since: SystemTime) -> io::Result<Vec<I>> {
    let mut pictures = Vec::new();
    for entry in fs::read_dir(media_folder)? {
        let entry = entry?;
        let Some(picture) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let metadata = entry.metadata()?;
        if metadata.is_dir() && metadata.modified()? <= since {
            pictures.push(picture);
        }
    }
    Ok(pictures)
}

/// Whether a name is that of something that is still being written.
pub(super) fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(TEMPORARY)
}

pub(super) fn folder(media_folder: &Path, id: impl Display) -> PathBuf {
    media_folder.join(id.to_string())
}

pub(super) fn temporary_folder(media_folder: &Path, id: impl Display) -> PathBuf {
    media_folder.join(format!(".{id}{TEMPORARY}"))
}

/// Returns the id of a folder by its name while it is being filled.
pub(super) fn id_of_temporary(name: &str) -> Option<&str> {
    name.strip_prefix('.')?.strip_suffix(TEMPORARY)
}

fn fill<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<()> {
    for (name, bytes) in files {
        let mut file = File::create_new(folder.join(name))?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    Ok(())
}

pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::PictureId;

    const A: &str = "0000000000000000000000000000000a";

    fn a() -> PictureId {
        A.parse().unwrap()
    }

    fn b() -> PictureId {
        "0000000000000000000000000000000b".parse().unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_picture_is_there_wholly_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), a(), [("480.webp", &b"x"[..]), ("480.jpg", b"y")]).unwrap();
        assert_eq!(names(folder.path()), [A]);
        assert_eq!(names(&folder.path().join(A)), ["480.jpg", "480.webp"]);
        assert_eq!(fs::read(folder.path().join(A).join("480.webp")).unwrap(), b"x");
        for broken in [[("1.webp", &b"x"[..]), ("1.webp", b"x")], [("1.webp", b"x"), ("no/folder", b"x")]] {
            assert!(write(folder.path(), b(), broken).is_err());
            assert_eq!(names(folder.path()), [A]);
        }
        assert!(write(&folder.path().join("missing"), b(), []).is_err());
    }

    #[test]
    fn a_file_is_added_once_and_removed_alone() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), a(), [("480.webp", &b"x"[..])]).unwrap();
        add(folder.path(), a(), [("f0.webp", &b"y"[..])]).unwrap();
        add(folder.path(), a(), [("f0.webp", &b"z"[..]), ("480.webp", b"z")]).unwrap();
        let own = folder.path().join(A);
        assert_eq!(names(&own), ["480.webp", "f0.webp"]);
        assert_eq!(fs::read(own.join("f0.webp")).unwrap(), b"y");
        remove_file(folder.path(), a(), "f0.webp");
        remove_file(folder.path(), a(), "f0.webp");
        assert_eq!(names(&own), ["480.webp"]);
        assert!(add(folder.path(), b(), [("f0.webp", &b"y"[..])]).is_err(), "there is no such picture");
    }

    #[test]
    fn folders_of_pictures_are_listed_by_their_age() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), a(), [("480.webp", &b"x"[..])]).unwrap();
        fs::create_dir(folder.path().join("another")).unwrap();
        fs::write(folder.path().join(b().to_string()), "no folder").unwrap();
        let written = fs::metadata(folder.path().join(A)).unwrap().modified().unwrap();
        assert_eq!(unchanged_since::<PictureId>(folder.path(), written).unwrap(), [a()]);
        let before = written - std::time::Duration::from_millis(1);
        assert_eq!(unchanged_since::<PictureId>(folder.path(), before).unwrap(), []);
    }
}
