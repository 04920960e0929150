//! Makes a backup.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use app::backups::media_files;
use jiff::Timestamp;

use super::background::in_background;
use super::error::BackupError;
use super::manifest::{MANIFEST, Manifest};
use super::{DATABASE, LIMITS, MEDIA};
use crate::archive::{ArchiveWriter, Packing, WriteError};
use crate::data_folder::DataFolder;
use crate::snapshot::{Snapshot, SnapshotError};

/// The migration since which the database names all files of pictures, documents and recordings as today.
const OLDEST_SCHEMA: i64 = 65;

/// What a backup became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Size of the file.
    pub bytes: u64,
    /// How many files of pictures, documents and recordings are in it.
    pub media: usize,
    /// Files that the database names and that were not in the media folder.
    pub missing: Vec<String>,
}

/// Makes a backup of a site, which may be served meanwhile, and reads it back. The file is there when all of it is right.
///
/// # Errors
/// See [`BackupError`].
pub async fn make(folder: &DataFolder, target: &Path, now: Timestamp) -> Result<Backup, BackupError> {
    let (folder, target) = (folder.clone(), target.to_owned());
    let made = in_background(move || async move { make_here(&folder, &target, now).await }).await;
    made.map_err(BackupError::Runtime)?
}

/// Makes a backup on this thread, which waits for the disk meanwhile.
async fn make_here(folder: &DataFolder, target: &Path, now: Timestamp) -> Result<Backup, BackupError> {
    let database = Snapshot::take(folder, target, OLDEST_SCHEMA).await?;
    let mut copy = database.open().await?;
    let media = media_files(copy.connection()).await.map_err(SnapshotError::Copy)?;
    copy.close().await.map_err(SnapshotError::Copy)?;
    let job = Job {
        media_folder: folder.media(),
        media,
        manifest: Manifest::new(database.schema(), now),
        database,
        target: target.to_owned(),
    };
    job.pack()
}

/// A backup whose database has been copied.
struct Job {
    database: Snapshot,
    media_folder: PathBuf,
    media: Vec<String>,
    manifest: Manifest,
    target: PathBuf,
}

impl Job {
    fn pack(mut self) -> Result<Backup, BackupError> {
        let mut writer = ArchiveWriter::create(&self.target).map_err(|error| self.unwritable(error))?;
        let database = File::open(self.database.path()).map_err(|error| self.unwritable(error))?;
        let written = writer.add(DATABASE, database, Packing::Deflate);
        let written = written.map_err(|error| self.failed(self.database.path(), error))?;
        self.manifest.add(DATABASE.to_owned(), written);
        for name in std::mem::take(&mut self.media) {
            self.add_media(&mut writer, name)?;
        }
        let manifest = serde_json::to_vec(&self.manifest).map_err(|error| self.unwritable(error.into()))?;
        let written = writer.add(MANIFEST, &*manifest, Packing::Deflate);
        written.map_err(|error| self.failed(&self.target, error))?;
        let finished = writer.finish().map_err(|error| self.unwritable(error))?;
        let files = self.manifest.files.iter();
        finished.read_back(&LIMITS, files.map(|file| (&*file.path, file.bytes, &*file.sha256)))?;
        finished.keep_as(&self.target).map_err(|error| self.unwritable(error))?;
        let bytes = self.target.metadata().map_err(|error| self.unwritable(error))?.len();
        Ok(Backup { bytes, media: self.manifest.files.len() - 1, missing: self.manifest.missing })
    }

    /// Adds a file of the media folder, or notes that it is missing.
    fn add_media(&mut self, writer: &mut ArchiveWriter, name: String) -> Result<(), BackupError> {
        let path = self.media_folder.join(&name);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.manifest.missing.push(name);
                return Ok(());
            }
            Err(error) => return Err(BackupError::Media(path, error)),
        };
        // All others are compressed already.
        let is_text = path.extension().is_some_and(|ending| ending == "svg");
        let packing = if is_text { Packing::Deflate } else { Packing::Store };
        let name = format!("{MEDIA}{name}");
        let written = writer.add(&name, file, packing).map_err(|error| self.failed(&path, error))?;
        self.manifest.add(name, written);
        Ok(())
    }

    fn failed(&self, source: &Path, error: WriteError) -> BackupError {
        match error {
            WriteError::Source(error) => BackupError::Media(source.to_owned(), error),
            WriteError::Target(error) => self.unwritable(error),
        }
    }

    fn unwritable(&self, error: io::Error) -> BackupError {
        BackupError::Write(self.target.clone(), error)
    }
}
