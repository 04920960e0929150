//! The pictures' files, one folder a picture.
//!
//! A folder is filled under another name and gets its own when all of it is on the disk: whoever finds a picture
//! finds the whole of it. What a power cut leaves half done is swept up at the next start.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

const UNFINISHED: &str = ".del";

/// Writes a picture's files, wholly or not at all. When this returns, they survive a power cut.
///
/// # Errors
/// When the disk refuses.
pub fn write<'a>(
    media_folder: &Path,
    picture: &str,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<()> {
    let unfinished = unfinished(media_folder, picture);
    let written = fill(&unfinished, files).and_then(|()| {
        fs::rename(&unfinished, media_folder.join(picture))?;
        sync_folder(media_folder)
    });
    if written.is_err() {
        remove(media_folder, picture);
    }
    written
}

/// Takes a picture's files away, finished or not.
pub fn remove(media_folder: &Path, picture: &str) {
    for folder in [unfinished(media_folder, picture), media_folder.join(picture)] {
        if let Err(error) = fs::remove_dir_all(&folder)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, picture, "a picture's folder stays behind");
        }
    }
}

/// Takes away what was left half done. Only while nobody writes.
///
/// # Errors
/// When the folder cannot be read or changed.
pub fn sweep(media_folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(media_folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') && name.ends_with(UNFINISHED) && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

fn unfinished(media_folder: &Path, picture: &str) -> PathBuf {
    media_folder.join(format!(".{picture}{UNFINISHED}"))
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

fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        write(folder.path(), "a", [("480.webp", &b"x"[..]), ("480.jpg", b"y")]).unwrap();
        assert_eq!(names(folder.path()), ["a"]);
        assert_eq!(names(&folder.path().join("a")), ["480.jpg", "480.webp"]);
        assert_eq!(fs::read(folder.path().join("a/480.webp")).unwrap(), b"x");
        for broken in [[("1.webp", &b"x"[..]), ("1.webp", b"x")], [("1.webp", b"x"), ("no/folder", b"x")]] {
            assert!(write(folder.path(), "b", broken).is_err());
            assert_eq!(names(folder.path()), ["a"]);
        }
        assert!(write(&folder.path().join("missing"), "c", []).is_err());
    }

    #[test]
    fn only_what_is_half_done_is_swept_up() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a", [("480.webp", &b"x"[..])]).unwrap();
        fill(&unfinished(folder.path(), "b"), [("480.webp", &b"x"[..])]).unwrap();
        fs::write(folder.path().join(".keep"), "").unwrap();
        sweep(folder.path()).unwrap();
        assert_eq!(names(folder.path()), [".keep", "a"]);
        assert!(sweep(&folder.path().join("missing")).is_err());
    }
}
