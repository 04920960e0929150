//! Tells formats apart by their content: a name says what somebody believed.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::csv;
use super::decode::decode;
use super::ghost;
use super::options::Kind;
use super::wxr;
use super::zip::{self, Contents};
use crate::archive::{Archive, ArchiveError};

/// How much of a file is looked at, in bytes.
const HEAD: u64 = 64 * 1024;

/// What a file or folder holds.
#[derive(Debug)]
pub(super) enum Detected {
    /// It can be read as it lies.
    Plain(Kind),
    /// A zip file that was judged, and can be unpacked.
    Zip(Archive, Contents),
}

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
pub enum DetectError {
    /// The file or folder cannot be read.
    #[error("{0} kan inte läsas ({1}): kontrollera namnet och rättigheterna")]
    Unreadable(String, io::Error),
    /// XML with a document type, by which a small file can mean a huge one or read other files.
    #[error("{0} innehåller en dokumenttyp (<!DOCTYPE) och tas inte emot: exportera filen på nytt")]
    DocumentType(String),
    /// A zip file that cannot be trusted.
    #[error("{0}: {1}")]
    Archive(String, ArchiveError),
    /// An export of this program, where only what others have written is taken.
    #[error("{0} är en export från guldkorn: den läggs in med kommandot guldkorn import på servern")]
    Export(String),
    /// A zip file without anything that can be imported.
    #[error(
        "{0} är en zip-fil med {1}, och det kan inte läggas in: ange en zip med en export från WordPress eller Ghost, eller med Markdown (.md)"
    )]
    Zip(String, String),
    /// A file of another kind.
    #[error("{0} är {1} och kan inte läggas in: {2}")]
    Other(String, &'static str, &'static str),
}

/// Detects what a file or folder holds, unless somebody has said so. A zip file is judged in any case.
///
/// # Errors
/// When it cannot be read, or is nothing that can be imported.
pub(super) fn detect(path: &Path, given: Option<Kind>) -> Result<Detected, DetectError> {
    let name = path.display().to_string();
    let unreadable = |error| DetectError::Unreadable(name.clone(), error);
    if std::fs::metadata(path).map_err(unreadable)?.is_dir() {
        let has_none = wxr::files(path).map_err(unreadable)?.is_empty();
        let kind = given.unwrap_or(if has_none { Kind::Markdown } else { Kind::WordPress });
        return Ok(Detected::Plain(kind));
    }
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)).map_err(unreadable)?;
    if head.starts_with(b"PK") {
        return judge(path, given);
    }
    given.map_or_else(|| kind_of(name, &head), Ok).map(Detected::Plain)
}

/// Judges a zip file. Nothing is unpacked.
fn judge(path: &Path, given: Option<Kind>) -> Result<Detected, DetectError> {
    let name = path.display().to_string();
    let refused = |error| DetectError::Archive(name.clone(), error);
    let archive = Archive::open(path, &zip::LIMITS).map_err(refused)?;
    if given.is_none() && archive.find(app::export::layout::MANIFEST).is_some() {
        return Err(DetectError::Export(name));
    }
    match Contents::of(&archive, given).map_err(refused)? {
        Ok(contents) => Ok(Detected::Zip(archive, contents)),
        Err(unknown) => Err(DetectError::Zip(name, unknown.to_string())),
    }
}

/// Tells a file's format by its beginning.
fn kind_of(name: String, head: &[u8]) -> Result<Kind, DetectError> {
    let text = decode(head).text;
    let start = text.trim_start();
    if start.starts_with('<') {
        // A text within may speak of document types; one of its own stands before the first element.
        let prolog = start.split("<rss").next().unwrap_or_default();
        if prolog.to_ascii_lowercase().contains("<!doctype") {
            return Err(DetectError::DocumentType(name));
        }
        if wxr::is_export(head) {
            return Ok(Kind::WordPress);
        }
        return Err(DetectError::Other(
            name,
            "XML",
            "ange en export från WordPress eller Ghost, en mapp med Markdown eller en CSV-fil",
        ));
    }
    if ghost::is_export(start) {
        return Ok(Kind::Ghost);
    }
    if start.starts_with(['{', '[']) {
        return Err(DetectError::Other(
            name,
            "JSON",
            "ange en export från Ghost eller WordPress, en mapp med Markdown eller en CSV-fil",
        ));
    }
    csv::kind(&text).ok_or(DetectError::Other(
        name,
        "inget känt format",
        "ange en export från WordPress eller Ghost, en mapp med Markdown eller en CSV-fil (--kind säger vad den är)",
    ))
}
