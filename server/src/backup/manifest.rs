//! `guldkorn-backup.json`: what a backup holds, and what made it.

use app::db::newest_schema;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::restore_error::RestoreError;
use crate::archive::{Archive, Written};

/// Name of the manifest within a backup.
pub(super) const MANIFEST: &str = "guldkorn-backup.json";
/// The version of the form that this program writes, and the newest that it reads.
const FORMAT: u32 = 1;
/// The longest manifest that is read.
const LONGEST: u64 = 256 * 1024 * 1024;

/// What a backup holds, and what made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Version of this form.
    pub(super) format: u32,
    /// Version of the program that made the backup.
    pub(super) program: String,
    /// Number of the database's newest migration.
    pub(super) schema: i64,
    /// When the backup was begun, in UTC.
    pub(super) made_at: String,
    /// Every file but this one.
    pub(super) files: Vec<ManifestFile>,
    /// Files that the database names and that were not in the media folder.
    pub(super) missing: Vec<String>,
}

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ManifestFile {
    /// Its name in the archive.
    pub(super) path: String,
    /// Size before packing, in bytes.
    pub(super) bytes: u64,
    /// SHA-256 of it, in hexadecimal digits.
    pub(super) sha256: String,
}

/// What every later form has as well.
#[derive(Deserialize)]
struct Head {
    format: u32,
    program: String,
    schema: i64,
}

impl Manifest {
    pub(super) fn new(schema: i64, made_at: Timestamp) -> Self {
        Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            schema,
            made_at: made_at.to_string(),
            files: Vec::new(),
            missing: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, path: String, written: Written) {
        self.files.push(ManifestFile { path, bytes: written.bytes, sha256: written.sha256_in_hex() });
    }

    /// Reads the manifest of a backup that this program can restore.
    pub(super) fn read(archive: &Archive) -> Result<Self, RestoreError> {
        let entry = archive.find(MANIFEST).filter(|entry| entry.bytes() <= LONGEST);
        let bytes = archive.read(entry.ok_or(RestoreError::NoBackup)?)?;
        let head: Head = serde_json::from_slice(&bytes).map_err(|_| RestoreError::NoBackup)?;
        if head.format > FORMAT || head.schema > newest_schema() {
            return Err(RestoreError::Newer(head.program));
        }
        serde_json::from_slice(&bytes).map_err(|_| RestoreError::NoBackup)
    }
}

impl ManifestFile {
    /// Whether what was read is this file.
    pub(super) fn is(&self, written: &Written) -> bool {
        self.bytes == written.bytes && self.sha256 == written.sha256_in_hex()
    }
}
