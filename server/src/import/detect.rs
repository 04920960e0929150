//! Tells formats apart by their content: a name says what somebody believed.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::csv;
use super::decode::decode;
use super::ghost;
use super::options::Kind;
use super::wxr;
use crate::archive::{Archive, ArchiveError, Limits};

/// How much of a file is looked at, in bytes.
const HEAD: u64 = 64 * 1024;
/// What a zip file may ask.
const LIMITS: Limits = Limits {
    entries: 10_000,
    entry_bytes: 500 * 1024 * 1024,
    total_bytes: 2 * 1024 * 1024 * 1024,
    ratio: 200,
};

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
    /// A file of another kind.
    #[error("{0} är {1}, som inte kan läggas in: {2}")]
    Other(String, &'static str, &'static str),
}

/// Detects what a file or folder holds.
///
/// # Errors
/// When it cannot be read, or is nothing that can be imported.
pub(super) fn detect(path: &Path) -> Result<Kind, DetectError> {
    let name = path.display().to_string();
    let unreadable = |error| DetectError::Unreadable(name.clone(), error);
    if std::fs::metadata(path).map_err(unreadable)?.is_dir() {
        let has_none = wxr::files(path).map_err(unreadable)?.is_empty();
        return Ok(if has_none { Kind::Markdown } else { Kind::WordPress });
    }
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)).map_err(unreadable)?;
    if head.starts_with(b"PK") {
        let archive =
            Archive::open(path, &LIMITS).map_err(|error| DetectError::Archive(name.clone(), error))?;
        if wxr::zipped(&archive).is_some() {
            return Ok(Kind::WordPress);
        }
        return Err(DetectError::Other(name, "en zip-fil", "packa upp den och ange mappen eller filen"));
    }
    let text = decode(&head).text;
    let start = text.trim_start();
    if start.starts_with('<') {
        // A text within may speak of document types; one of its own stands before the first element.
        let prolog = start.split("<rss").next().unwrap_or_default();
        if prolog.to_ascii_lowercase().contains("<!doctype") {
            return Err(DetectError::DocumentType(name));
        }
        if wxr::is_export(&head) {
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
        "ange en export från WordPress eller Ghost, en mapp med Markdown eller en CSV-fil, och säg med --kind vad den är",
    ))
}
