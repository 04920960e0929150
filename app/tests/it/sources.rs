//! The sources that tests read.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns the repository's folder.
pub(crate) fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Returns the files of a folder, and of the folders in it, that have one of some endings. They are sorted.
pub(crate) fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path, endings));
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|ending| endings.contains(&ending)) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Returns whether a file holds nothing but tests and what they need, by the names that such files and their folders have here.
/// The path begins within the sources.
pub(crate) fn is_test(path: &Path) -> bool {
    path.iter()
        .filter_map(|step| Path::new(step).file_stem()?.to_str())
        .any(|name| name == "tests" || name == "testing" || name.ends_with("_tests"))
}
