//! Makes a backup.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use app::backups::media_files;
use app::db::{FileCopy, MigrateError, copy_to_file, newest_schema};
use app::temporary_file::TemporaryFile;
use jiff::Timestamp;

use super::background::in_background;
use super::error::BackupError;
use super::manifest::{MANIFEST, Manifest};
use super::{DATABASE, LIMITS, MEDIA};
use crate::archive::{Archive, ArchiveError, ArchiveWriter, FinishedArchive, Packing, WriteError, copy};
use crate::data_folder::DataFolder;

/// The migration since which the database names all files of pictures and documents as today.
const OLDEST_SCHEMA: i64 = 35;

/// What a backup became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Size of the file.
    pub bytes: u64,
    /// How many files of pictures and documents are in it.
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
    if !folder.database().is_file() {
        return Err(BackupError::NoSite(folder.path().to_owned()));
    }
    if target.exists() {
        return Err(BackupError::Exists(target.to_owned()));
    }
    let unwritable = |error| BackupError::Write(target.to_owned(), error);
    let (database, _) = TemporaryFile::beside(target, "db").map_err(unwritable)?;
    copy_to_file(&folder.database(), database.path()).await.map_err(BackupError::Copy)?;
    let (schema, media) = examine(database.path()).await?;
    let job = Job {
        database,
        media_folder: folder.media(),
        media,
        manifest: Manifest::new(schema, now),
        target: target.to_owned(),
    };
    job.pack()
}

/// Checks the copy of the database, and returns its schema and the files that it names.
async fn examine(database: &Path) -> Result<(i64, Vec<String>), BackupError> {
    let mut copy = FileCopy::open(database).await.map_err(BackupError::Copy)?;
    let faults = copy.faults().await.map_err(|error| BackupError::Damaged(error.to_string()))?;
    if let Some(fault) = faults.into_iter().next() {
        return Err(BackupError::Damaged(fault));
    }
    let schema = copy.schema().await.map_err(BackupError::Copy)?.unwrap_or_default();
    if schema > newest_schema() {
        return Err(BackupError::Newer(MigrateError::Newer(schema)));
    }
    if schema < OLDEST_SCHEMA {
        return Err(BackupError::Older);
    }
    let media = media_files(copy.connection()).await.map_err(BackupError::Copy)?;
    copy.close().await.map_err(BackupError::Copy)?;
    Ok((schema, media))
}

/// A backup whose database has been copied.
struct Job {
    database: TemporaryFile,
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
        read_back(&finished, &self.manifest)?;
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

/// Reads everything back, as somebody would who restores it.
fn read_back(finished: &FinishedArchive, manifest: &Manifest) -> Result<(), BackupError> {
    let archive = Archive::open(finished.path(), &LIMITS)?;
    for file in &manifest.files {
        let unlike = || BackupError::Unlike(file.path.clone());
        let reader = archive.reader(archive.find(&file.path).ok_or_else(unlike)?)?;
        let read = match copy(reader, &mut io::sink()) {
            Ok(read) => read,
            Err(WriteError::Source(error) | WriteError::Target(error)) => {
                return Err(ArchiveError::reading(&file.path, error).into());
            }
        };
        if !file.is(&read) {
            return Err(unlike());
        }
    }
    Ok(())
}
