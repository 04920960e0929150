//! Where an export lies: a file, a zip file with one, or a folder of the parts that WordPress had to split it into.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use app::import::ReadError;

use crate::archive::{Archive, Limits};

/// What a zip file with an export may ask for.
const LIMITS: Limits = Limits { entries: 1000, entry_bytes: 4 << 30, total_bytes: 8 << 30, ratio: 200 };
/// How much of a file tells whether it is an export, in bytes.
const HEAD: u64 = 16 * 1024;

/// A file that is open.
#[derive(Debug)]
pub(super) enum Opened {
    Plain(File),
    Zip(Archive, usize),
}

impl Opened {
    /// Opens an export, or a zip file that holds one.
    pub(super) fn open(path: &Path) -> Result<Self, ReadError> {
        let failed = |error: io::Error| ReadError(format!("{} går inte att läsa: {error}.", path.display()));
        let is_zip = head(path).map_err(failed)?.starts_with(b"PK");
        if !is_zip {
            return File::open(path).map(Self::Plain).map_err(failed);
        }
        let archive = Archive::open(path, &LIMITS).map_err(|error| ReadError(error.to_string()))?;
        match zipped(&archive) {
            Some(at) => Ok(Self::Zip(archive, at)),
            None => Err(ReadError(
                "Zip-filen har inte en enda fil på .xml: packa upp den och ange mappen.".into(),
            )),
        }
    }

    /// Returns the export from its beginning.
    pub(super) fn reader(&mut self) -> Result<Box<dyn Read + '_>, ReadError> {
        match self {
            Self::Plain(file) => Ok(Box::new(file)),
            Self::Zip(archive, at) => {
                let entry =
                    archive.entries().get(*at).ok_or_else(|| ReadError("Zip-filen är tom.".into()))?;
                let reader = archive.reader(entry).map_err(|error| ReadError(error.to_string()))?;
                Ok(Box::new(reader))
            }
        }
    }
}

fn head(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// Returns which entry of a zip file is the export: the only one of XML, beside pictures at most.
pub(crate) fn zipped(archive: &Archive) -> Option<usize> {
    let is = |name: &str, end: &str| {
        Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case(end))
    };
    let entries = archive.entries();
    let mut exports = entries.iter().enumerate().filter(|(_, entry)| is(entry.name(), "xml"));
    let (at, _) = exports.next()?;
    let is_only = exports.next().is_none() && !entries.iter().any(|entry| is(entry.name(), "md"));
    is_only.then_some(at)
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
