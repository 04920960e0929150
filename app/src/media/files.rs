//! The files of pictures and documents: one folder per picture or document's file, named by its id.
//!
//! A folder is filled under a temporary name and renamed when all of it is on the disk: whoever finds a picture finds
//! the whole of it. What a power cut leaves half done is removed at the next start.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

/// Ending of a folder's name while it is being filled.
const TEMPORARY: &str = ".del";

/// Writes a picture's files, all or none. When this returns, they survive a power cut.
///
/// # Errors
/// What the disk reports.
pub fn write<'a>(
    media_folder: &Path,
    picture: impl Display + Copy,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<()> {
    let temporary = temporary_folder(media_folder, picture);
    let written = fill(&temporary, files).and_then(|()| {
        fs::rename(&temporary, folder(media_folder, picture))?;
        sync_folder(media_folder)
    });
    if written.is_err() {
        remove(media_folder, picture);
    }
    written
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
        let temporary = folder.join(format!(".{name}{TEMPORARY}"));
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

/// Removes a folder with its files, also those that are half written.
pub fn remove(media_folder: &Path, id: impl Display + Copy) {
    for folder in [temporary_folder(media_folder, id), folder(media_folder, id)] {
        if let Err(error) = fs::remove_dir_all(&folder)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, %id, "a folder of media could not be removed");
        }
    }
}

/// Removes the temporary folders that an interrupted write left. Call it only while nothing is being written.
///
/// # Errors
/// What the disk reports when the media folder cannot be read or changed.
pub fn remove_half_written(media_folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(media_folder)? {
        let entry = entry?;
        if is_temporary(&entry.file_name().to_string_lossy()) && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
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

fn fill<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<()> {
    fs::create_dir(folder)?;
    for (name, bytes) in files {
        let mut file = File::create_new(folder.join(name))?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    sync_folder(folder)
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
    fn only_what_is_half_written_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), a(), [("480.webp", &b"x"[..])]).unwrap();
        fill(&temporary_folder(folder.path(), b()), [("480.webp", &b"x"[..])]).unwrap();
        fs::write(folder.path().join(".keep"), "").unwrap();
        remove_half_written(folder.path()).unwrap();
        assert_eq!(names(folder.path()), [".keep", A]);
        assert!(remove_half_written(&folder.path().join("missing")).is_err());
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
