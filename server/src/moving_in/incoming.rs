//! A file on its way to the folder of its import.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use app::admin::MoveInField;

use crate::data_folder::create_private;

/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 80;

/// A file on its way, beside its place. Dropped before [`keep`](Self::keep), it leaves the former one as it was.
#[derive(Debug)]
pub(super) struct IncomingFile {
    pub(super) name: String,
    pub(super) bytes: u64,
    beside: PathBuf,
    place: PathBuf,
    file: File,
}

impl IncomingFile {
    /// Begins a file of a field in the folder of its import.
    pub(super) fn begin(folder: &Path, field: MoveInField, given_name: &str) -> io::Result<Self> {
        let name = file_name(given_name);
        let place = folder.join(field.as_str());
        let beside = place.with_extension("del");
        if beside.exists() {
            fs::remove_dir_all(&beside)?;
        }
        create_private(&beside)?;
        let file = File::options().write(true).create_new(true).open(beside.join(&name))?;
        Ok(Self { name, bytes: 0, beside, place, file })
    }

    /// Writes the next piece.
    pub(super) fn append(&mut self, piece: &[u8]) -> io::Result<()> {
        self.bytes += piece.len() as u64;
        self.file.write_all(piece)
    }

    /// Puts the file in its place. When this returns, it survives a restart.
    pub(super) fn keep(self) -> io::Result<()> {
        self.file.sync_all()?;
        if self.place.exists() {
            fs::remove_dir_all(&self.place)?;
        }
        fs::rename(&self.beside, &self.place)
    }
}

impl Drop for IncomingFile {
    fn drop(&mut self) {
        if self.beside.exists()
            && let Err(error) = fs::remove_dir_all(&self.beside)
        {
            tracing::warn!(%error, "what was half received could not be removed");
        }
    }
}

/// Returns where a file of an import lies.
pub(super) fn path(folder: &Path, field: MoveInField, name: &str) -> PathBuf {
    folder.join(field.as_str()).join(name)
}

/// Makes a name that is safe on the disk. Tables and folders of texts are known by it when they come again, so it stays as
/// much as it can what it was.
fn file_name(given: &str) -> String {
    let given = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe = |c: char| if c.is_alphanumeric() || " -_.()".contains(c) { c } else { '-' };
    let name: String = given.trim().trim_start_matches('.').chars().map(safe).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    let ending: String = ending.chars().take(8).collect();
    match (stem.trim().is_empty(), ending.is_empty()) {
        (true, _) => "fil".into(),
        (false, true) => stem.trim().into(),
        (false, false) => format!("{}.{ending}", stem.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_stay_what_they_were() {
        for (given, name) in [
            ("vår-blogg.WordPress.2026-11-26.xml", "vår-blogg.WordPress.2026-11-26.xml"),
            ("C:\\Users\\Anna\\export (1).json", "export (1).json"),
            ("../../etc/passwd", "passwd"),
            ("..", "fil"),
            ("", "fil"),
            (".zip", "zip"),
            ("a\u{202e}b\0.zip", "a-b-.zip"),
        ] {
            assert_eq!(file_name(given), name);
        }
        let name = file_name(&format!("{}.{}", "å".repeat(500), "x".repeat(500)));
        assert!(name.len() < 255 && name.ends_with(".xxxxxxxx"), "{name}");
    }

    #[test]
    fn a_file_takes_the_place_of_the_former_one_or_leaves_it() {
        let folder = tempfile::tempdir().unwrap();
        let begin = |name: &str| IncomingFile::begin(folder.path(), MoveInField::File, name).unwrap();
        let mut first = begin("a.xml");
        first.append(b"ett").unwrap();
        first.keep().unwrap();
        let place = |name: &str| path(folder.path(), MoveInField::File, name);
        begin("b.xml").append(b"bort").unwrap();
        assert_eq!(fs::read(place("a.xml")).unwrap(), b"ett");
        begin("c.xml").keep().unwrap();
        assert!(place("c.xml").is_file() && !place("a.xml").exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
