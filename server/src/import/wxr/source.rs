//! Where an export lies: a file, or a folder of the parts that WordPress had to split it into.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use app::import::ReadError;

/// How much of a file tells whether it is an export, in bytes.
const HEAD: u64 = 16 * 1024;

/// Opens a file of an export.
pub(super) fn open(path: &Path) -> Result<File, ReadError> {
    let failed = |error: io::Error| ReadError(format!("{} går inte att läsa: {error}.", path.display()));
    File::open(path).map_err(failed)
}

fn head(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// Whether a file begins like an export of WordPress.
pub(crate) fn is_export(beginning: &[u8]) -> bool {
    let beginning = String::from_utf8_lossy(beginning);
    beginning.contains("<rss") && (beginning.contains("wordpress.org/export/") || beginning.contains("<wp:"))
}

/// Returns the files of an export: the file itself, or those in a folder, in the order of their names.
pub(crate) fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        let is_xml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
        if is_xml && is_export(&head(&path)?) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
