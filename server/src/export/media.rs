//! Files of pictures, documents and recordings on their way into an export.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use app::documents::FILE;
use app::export::store::StoredDocument;
use app::export::{Picture, Recording};
use app::recordings;

use super::error::ExportError;
use super::output::Output;
use crate::archive::{Packing, WriteError, copy};

/// The media folder, and what should have been in it.
pub(super) struct Media {
    folder: PathBuf,
    missing: Vec<String>,
}

impl Media {
    pub(super) const fn new(folder: PathBuf) -> Self {
        Self { folder, missing: Vec::new() }
    }

    /// Adds the files of a picture that are as long as the database says.
    pub(super) fn add_picture(&mut self, picture: &Picture, output: &mut Output) -> Result<(), ExportError> {
        for described in &picture.files {
            let name = described.path.rsplit('/').next().unwrap_or_default();
            let on_disk = self.folder.join(picture.id.to_string()).join(name);
            // All others are compressed already.
            let is_text = described.media_type == "image/svg+xml";
            let packing = if is_text { Packing::Deflate } else { Packing::Store };
            let sound = open(&on_disk, |file| Ok(file.metadata()?.len() == described.bytes))?;
            self.add(&described.path, &on_disk, sound, packing, output)?;
        }
        Ok(())
    }

    /// Adds the file of a document, if it is the one that was sent.
    pub(super) fn add_document(
        &mut self,
        stored: &StoredDocument,
        output: &mut Output,
    ) -> Result<(), ExportError> {
        let StoredDocument { document, folder } = stored;
        let on_disk = self.folder.join(folder.to_string()).join(FILE);
        self.add_hashed(&document.path, &document.sha256, &on_disk, output)
    }

    /// Adds the file of a recording, if it is the one that was stored.
    pub(super) fn add_recording(
        &mut self,
        recording: &Recording,
        output: &mut Output,
    ) -> Result<(), ExportError> {
        let on_disk = self.folder.join(recording.id.to_string()).join(recordings::FILE);
        self.add_hashed(&recording.path, &recording.sha256, &on_disk, output)
    }

    fn add_hashed(
        &mut self,
        path: &str,
        sha256: &str,
        on_disk: &Path,
        output: &mut Output,
    ) -> Result<(), ExportError> {
        let sound = open(on_disk, |file| match copy(file, &mut io::sink()) {
            Ok(read) => Ok(read.sha256_in_hex() == sha256),
            Err(WriteError::Source(error) | WriteError::Target(error)) => Err(error),
        })?;
        self.add(path, on_disk, sound, Packing::Store, output)
    }

    fn add(
        &mut self,
        path: &str,
        on_disk: &Path,
        sound: Option<File>,
        packing: Packing,
        output: &mut Output,
    ) -> Result<(), ExportError> {
        match sound {
            Some(file) => output.add_packed(path, file, packing, |error| unreadable(on_disk, error)),
            None => {
                self.missing.push(path.to_owned());
                Ok(())
            }
        }
    }

    /// Returns the paths of what was not there, or was not what it should be.
    pub(super) fn into_missing(self) -> Vec<String> {
        self.missing
    }
}

/// Opens a file that passes a test; none when it is not there or fails it.
fn open(path: &Path, is_sound: impl FnOnce(&File) -> io::Result<bool>) -> Result<Option<File>, ExportError> {
    let judged = File::open(path).and_then(|file| Ok(is_sound(&file)?.then_some(())));
    match judged {
        // From its beginning again.
        Ok(Some(())) => File::open(path).map(Some).map_err(|error| unreadable(path, error)),
        Ok(None) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, error)),
    }
}

fn unreadable(path: &Path, error: io::Error) -> ExportError {
    ExportError::Media(path.to_owned(), error)
}
