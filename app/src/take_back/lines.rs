//! Reading the JSON of an export within limits.

use std::io::{BufRead as _, BufReader, Read};

use serde::de::DeserializeOwned;

use crate::import::ReadError;

/// The longest line of a list, and the longest settings, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;

/// The files of an export, each as its manifest says. Nothing of an export is read before all of it has been verified.
pub trait ExportFiles: Send + Sync {
    /// Opens a file by its path in the export.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, ReadError>;
}

/// Reads a list line by line, and counts it against what the manifest says.
pub(super) fn each<T: DeserializeOwned>(
    files: &dyn ExportFiles,
    path: &str,
    expected: u64,
    take: &mut dyn FnMut(T) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut reader = BufReader::new(files.open(path)?);
    let (mut line, mut count) = (Vec::new(), 0);
    loop {
        line.clear();
        let read = reader.by_ref().take(LONGEST).read_until(b'\n', &mut line);
        let length = read.map_err(|error| unreadable(path, count + 1, &error))?;
        if length == 0 {
            break;
        }
        count += 1;
        if length as u64 == LONGEST {
            return Err(unreadable(path, count, &"raden är för lång"));
        }
        take(serde_json::from_slice(&line).map_err(|error| unreadable(path, count, &error))?)?;
    }
    if count == expected {
        Ok(())
    } else {
        Err(ReadError(format!(
            "exporten säger att {path} har {expected} rader, men där är {count}: exportera på nytt"
        )))
    }
}

/// Reads a whole list, which is known to be short enough.
pub(super) fn list<T: DeserializeOwned>(
    files: &dyn ExportFiles,
    path: &str,
    expected: u64,
) -> Result<Vec<T>, ReadError> {
    let mut items = Vec::new();
    each(files, path, expected, &mut |item| {
        items.push(item);
        Ok(())
    })?;
    Ok(items)
}

/// Reads a file that is one object.
pub(super) fn one<T: DeserializeOwned>(files: &dyn ExportFiles, path: &str) -> Result<T, ReadError> {
    serde_json::from_reader(BufReader::new(files.open(path)?.take(LONGEST)))
        .map_err(|error| unreadable(path, error.line() as u64, &error))
}

fn unreadable(path: &str, line: u64, why: &dyn std::fmt::Display) -> ReadError {
    ReadError(format!("{path} i exporten går inte att läsa på rad {line} ({why}): exportera på nytt"))
}

/// Returns the sentence that refuses an export for something in it.
pub(super) fn refused(what: impl std::fmt::Display) -> ReadError {
    ReadError(format!("exporten kan inte läggas in: {what}"))
}
