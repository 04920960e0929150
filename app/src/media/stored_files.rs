//! Holding the media folder against the rows: files that are missing, cut short or unknown, and what was never finished.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::files::{self, is_temporary};
use super::new_folder::is_mark;

/// How the files in the folder of a picture or a document differ from those that the database knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FolderDifferences {
    /// Names of files that are not there.
    pub missing: Vec<String>,
    /// Names of files that have another size.
    pub wrong_size: Vec<String>,
    /// Names of files that the database does not know.
    pub unknown: Vec<String>,
}

/// Compares the folder of an id with the names and sizes that its files must have.
///
/// # Errors
/// What the disk reports; a folder that is not there counts as empty.
pub fn compare_folder<'a>(
    media_folder: &Path,
    id: impl std::fmt::Display,
    expected: impl IntoIterator<Item = (&'a str, u64)>,
) -> io::Result<FolderDifferences> {
    let mut found = BTreeMap::new();
    match fs::read_dir(files::folder(media_folder, id)) {
        Ok(entries) => {
            for entry in entries {
                let entry = entry?;
                found.insert(entry.file_name().to_string_lossy().into_owned(), entry.metadata()?.len());
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let mut differences = FolderDifferences::default();
    for (name, bytes) in expected {
        match found.remove(name) {
            None => differences.missing.push(name.to_owned()),
            Some(size) if size != bytes => differences.wrong_size.push(name.to_owned()),
            Some(_) => {}
        }
    }
    differences.unknown = found.into_keys().filter(|name| !is_temporary(name)).collect();
    Ok(differences)
}

/// Lists the entries of the media folder that are no unfinished writes, by name. Hidden ones are somebody else's.
///
/// # Errors
/// What the disk reports.
pub fn entries(media_folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(media_folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Lists folders and files that were being written and never finished, if nobody has changed them since an instant. A mark
/// says only that the next start looks at a folder.
///
/// # Errors
/// What the disk reports.
pub fn unfinished(media_folder: &Path, since: SystemTime) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(media_folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if is_temporary(&name.to_string_lossy()) {
            if !is_mark(&name.to_string_lossy()) {
                found.extend(unchanged(&entry, since)?);
            }
        } else if entry.file_type()?.is_dir() {
            for entry in fs::read_dir(entry.path())? {
                let entry = entry?;
                if is_temporary(&entry.file_name().to_string_lossy()) {
                    found.extend(unchanged(&entry, since)?);
                }
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn unchanged(entry: &fs::DirEntry, since: SystemTime) -> io::Result<Option<PathBuf>> {
    Ok((entry.metadata()?.modified()? <= since).then(|| entry.path()))
}

/// Removes what [`unfinished`] lists.
///
/// # Errors
/// What the disk reports.
pub fn remove_unfinished(paths: &[PathBuf]) -> io::Result<()> {
    for path in paths {
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_folder_is_compared_both_ways() {
        let media = tempfile::tempdir().unwrap();
        let folder = media.path().join("a");
        fs::create_dir(&folder).unwrap();
        for (name, content) in [("1.webp", "x"), ("2.webp", "xx"), ("3.webp", "x"), (".4.webp.del", "x")] {
            fs::write(folder.join(name), content).unwrap();
        }
        let expected = [("1.webp", 1), ("2.webp", 1), ("5.webp", 1)];
        let found = compare_folder(media.path(), "a", expected).unwrap();
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(found.missing, names(&["5.webp"]));
        assert_eq!(found.wrong_size, names(&["2.webp"]));
        assert_eq!(found.unknown, names(&["3.webp"]));
        let nothing = compare_folder(media.path(), "b", expected).unwrap();
        assert_eq!(nothing.missing.len(), 3, "a folder that is not there has no files");
    }

    #[test]
    fn only_what_was_left_unfinished_long_ago_is_listed_and_removed() {
        let media = tempfile::tempdir().unwrap();
        fs::create_dir_all(media.path().join(".b.del")).unwrap();
        fs::create_dir_all(media.path().join("a")).unwrap();
        for name in ["a/1.webp", "a/.2.webp.del", ".b.del/1.webp", ".keep", ".a.ny.del"] {
            fs::write(media.path().join(name), "x").unwrap();
        }
        let now = SystemTime::now();
        assert!(unfinished(media.path(), now - Duration::from_hours(1)).unwrap().is_empty());
        let found = unfinished(media.path(), now + Duration::from_secs(5)).unwrap();
        let expected = [".b.del", "a/.2.webp.del"].map(|name| media.path().join(name));
        assert_eq!(found, expected);
        remove_unfinished(&found).unwrap();
        assert!(unfinished(media.path(), now + Duration::from_secs(5)).unwrap().is_empty());
        assert_eq!(entries(media.path()).unwrap(), ["a"]);
        assert!(media.path().join("a/1.webp").exists());
    }
}
