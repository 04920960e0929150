//! A zip file of `guldkorn export`, read to its end before anything of it is believed.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use app::export::layout::MANIFEST;
use app::export::{FORMAT, Manifest, ManifestHead};
use app::import::ReadError;
use app::take_back::ExportFiles;

use super::error::ExportFileError;
use crate::archive::{Archive, ArchiveError, WriteError, copy};
use crate::export::LIMITS;

/// The longest manifest that is read, in bytes.
const LONGEST: u64 = 256 * 1024 * 1024;

/// An export whose files are all there and as they were written.
#[derive(Debug)]
pub(in crate::import) struct VerifiedExport {
    archive: Archive,
    pub(in crate::import) manifest: Manifest,
}

impl VerifiedExport {
    /// Opens and verifies an export. `None` when the file is something else.
    pub(in crate::import) fn open(path: &Path) -> Result<Option<Self>, ExportFileError> {
        if !is_zip(path) {
            return Ok(None);
        }
        // Another zip file may be refused by limits of its own.
        let Ok(archive) = Archive::open(path, &LIMITS) else { return Ok(None) };
        let Some(entry) = archive.find(MANIFEST) else { return Ok(None) };
        if entry.bytes() > LONGEST {
            return Err(ExportFileError::Manifest("den är för stor".into()));
        }
        let manifest = read_manifest(&archive.read(entry)?)?;
        let export = Self { archive, manifest };
        export.verify()?;
        Ok(Some(export))
    }

    fn verify(&self) -> Result<(), ExportFileError> {
        let known: HashSet<&str> = self.manifest.files.iter().map(|file| &*file.path).collect();
        let mut names = self.archive.entries().iter().map(crate::archive::Entry::name);
        if let Some(foreign) = names.find(|name| *name != MANIFEST && !known.contains(name)) {
            return Err(ExportFileError::Foreign(foreign.to_owned()));
        }
        for file in &self.manifest.files {
            let entry = self.archive.find(&file.path);
            let entry = entry.ok_or_else(|| ExportFileError::Missing(file.path.clone()))?;
            let read = copy(self.archive.reader(entry)?, &mut io::sink()).map_err(|error| match error {
                WriteError::Source(error) | WriteError::Target(error) => {
                    ArchiveError::reading(&file.path, error)
                }
            })?;
            if read.bytes != file.bytes || read.sha256_in_hex() != file.sha256 {
                return Err(ExportFileError::Changed(file.path.clone()));
            }
        }
        Ok(())
    }
}

impl ExportFiles for VerifiedExport {
    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, ReadError> {
        let missing = || ReadError(ExportFileError::Missing(path.to_owned()).to_string());
        // Only what the manifest names was verified.
        let entry = self.archive.find(path).filter(|entry| entry.name() != MANIFEST).ok_or_else(missing)?;
        let reader = self.archive.reader(entry).map_err(|error| ReadError(error.to_string()))?;
        Ok(Box::new(reader))
    }
}

fn is_zip(path: &Path) -> bool {
    let mut head = [0; 2];
    path.is_file()
        && File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok()
        && &head == b"PK"
}

/// Reads the manifest of an export that this program can read.
fn read_manifest(json: &[u8]) -> Result<Manifest, ExportFileError> {
    let broken = |error: serde_json::Error| ExportFileError::Manifest(error.to_string());
    let head: ManifestHead = serde_json::from_slice(json).map_err(broken)?;
    match head.format {
        0 => Err(ExportFileError::Manifest("versionen 0 finns inte".into())),
        format if format > FORMAT => Err(ExportFileError::Newer(head.program)),
        _ => serde_json::from_slice(json).map_err(broken),
    }
}
