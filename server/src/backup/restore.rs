//! Restores a backup into an empty folder.

use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use app::backups::{Content, content, end_all_access, media_files};
use app::db::{COPY_BEFORE_UPDATE, Db, FileCopy, newest_schema};

use super::manifest::{MANIFEST, Manifest, ManifestFile};
use super::restore_error::RestoreError;
use super::staging::Staging;
use super::{DATABASE, LIMITS, MEDIA};
use crate::archive::{Archive, ArchiveError, Entry, WriteError, copy};
use crate::data_folder::{DataFolder, create_private};

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// When the backup was begun, in UTC.
    pub made_at: String,
    /// What the site holds.
    pub content: Content,
    /// Files that the database names and that the backup does not have.
    pub missing: Vec<String>,
}

/// Restores a backup into a folder that is empty or missing. Everything is verified before anything is in its place.
///
/// # Errors
/// See [`RestoreError`]. Then the folder is as it was.
pub async fn restore_into(data: &Path, file: &Path) -> Result<Restored, RestoreError> {
    let (data, file) = (data.to_owned(), file.to_owned());
    let unpacked = tokio::task::spawn_blocking(move || unpack(&data, &file)).await;
    let (staging, manifest) = unpacked.map_err(|error| RestoreError::Runtime(error.into()))??;
    let folder = DataFolder::at(&staging.path());
    check(&folder.database()).await?;
    let (content, missing) = bring_up_to_date(&folder).await?;
    staging.keep()?;
    Ok(Restored { made_at: manifest.made_at, content, missing })
}

/// Unpacks a backup beside its place, each file as the manifest knows it.
fn unpack(data: &Path, file: &Path) -> Result<(Staging, Manifest), RestoreError> {
    let archive = Archive::open(file, &LIMITS)?;
    let manifest = Manifest::read(&archive)?;
    let known: HashSet<&str> = manifest.files.iter().map(|file| &*file.path).collect();
    let mut names = archive.entries().iter().map(Entry::name);
    if let Some(name) = names.find(|name| *name != MANIFEST && !known.contains(name)) {
        return Err(RestoreError::Foreign(name.to_owned()));
    }
    if !known.contains(DATABASE) {
        return Err(RestoreError::Missing(DATABASE.to_owned()));
    }
    let staging = Staging::begin(data)?;
    for file in &manifest.files {
        unpack_file(&archive, file, &staging.path())?;
    }
    Ok((staging, manifest))
}

fn unpack_file(archive: &Archive, file: &ManifestFile, folder: &Path) -> Result<(), RestoreError> {
    if !has_place(&file.path) {
        return Err(RestoreError::Foreign(file.path.clone()));
    }
    let entry = archive.find(&file.path).ok_or_else(|| RestoreError::Missing(file.path.clone()))?;
    let target = folder.join(&file.path);
    let unwritable = |error| RestoreError::Write(target.clone(), error);
    if let Some(parent) = target.parent() {
        create_private(parent).map_err(unwritable)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(&target).map_err(unwritable)?;
    let read = match copy(archive.reader(entry)?, &mut written) {
        Ok(read) => read,
        Err(WriteError::Target(error)) => return Err(unwritable(error)),
        Err(WriteError::Source(error)) => return Err(ArchiveError::reading(&file.path, error).into()),
    };
    written.sync_all().map_err(unwritable)?;
    if file.is(&read) { Ok(()) } else { Err(RestoreError::Changed(file.path.clone())) }
}

/// Whether a file has a place in a data folder: the database, or a file in a folder of an id.
fn has_place(path: &str) -> bool {
    let is_id = |id: &str| id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_name = |name: &str| {
        !name.starts_with('.')
            && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'.' | b'-'))
    };
    let media = path.strip_prefix(MEDIA).and_then(|path| path.split_once('/'));
    path == DATABASE || media.is_some_and(|(id, name)| is_id(id) && !name.is_empty() && is_name(name))
}

/// Checks the database as it was backed up.
async fn check(database: &Path) -> Result<(), RestoreError> {
    let damaged = |error: sqlx::Error| RestoreError::Damaged(error.to_string());
    let mut copy = FileCopy::open(database).await.map_err(damaged)?;
    let faults = copy.faults().await.map_err(damaged)?;
    let schema = copy.schema().await.map_err(damaged)?.ok_or(RestoreError::NoBackup)?;
    copy.close().await?;
    if let Some(fault) = faults.into_iter().next() {
        return Err(RestoreError::Damaged(fault));
    }
    if schema > newest_schema() {
        return Err(RestoreError::Newer(format!("databas {schema}")));
    }
    Ok(())
}

/// Migrates the database, ends what must not come back to life, and looks for the files that it names.
async fn bring_up_to_date(folder: &DataFolder) -> Result<(Content, Vec<String>), RestoreError> {
    let db = Db::open(&folder.database()).await?;
    end_all_access(&db).await?;
    let mut reader = db.reader().acquire().await?;
    let content = content(&mut reader).await?;
    let mut missing = media_files(&mut reader).await?;
    drop(reader);
    missing.retain(|name| !folder.media().join(name).is_file());
    db.close().await;
    // The backup itself is the copy from before the update, if there was one.
    remove_if_there(&folder.path().join(COPY_BEFORE_UPDATE))?;
    let log = folder.path().join(format!("{DATABASE}-wal"));
    if log.exists() {
        return Err(RestoreError::Damaged(format!("{} är kvar", log.display())));
    }
    Ok((content, missing))
}

fn remove_if_there(file: &PathBuf) -> Result<(), RestoreError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(RestoreError::Write(file.clone(), error))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::has_place;

    #[test]
    fn only_files_of_a_site_have_a_place() {
        let id = "0123456789abcdef0123456789abcdef";
        for (path, expected) in [
            ("guldkorn.db".to_owned(), true),
            (format!("media/{id}/960.webp"), true),
            (format!("media/{id}/dokument"), true),
            (format!("media/{id}/"), false),
            (format!("media/{id}/.x"), false),
            (format!("media/{id}/a/b"), false),
            ("media/x/960.webp".to_owned(), false),
            ("media/960.webp".to_owned(), false),
            ("guldkorn.db-wal".to_owned(), false),
            (".ssh/authorized_keys".to_owned(), false),
        ] {
            assert_eq!(has_place(&path), expected, "{path}");
        }
    }
}
