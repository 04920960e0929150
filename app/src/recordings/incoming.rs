//! A recording on its way in: received piece by piece, built anew of its sound, and then kept or dropped.

use std::path::Path;
use std::sync::Arc;

use super::intake::{Cleaned, MOST_BYTES, clean};
use super::{Recording, RecordingError, RecordingId};
use crate::media::{IncomingFile, NewFolder};

/// Name of the file in its folder.
pub const FILE: &str = "inspelning";

/// A recording that is being received. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct IncomingRecording {
    media_folder: Arc<Path>,
    /// As it is sent: it goes when the file that is stored has been built of it.
    sent: IncomingFile,
}

/// A recording that was received whole, and whose file was built.
pub(crate) struct ReceivedRecording {
    pub(crate) recording: Recording,
    pub(crate) hash: [u8; 32],
    file: IncomingFile,
}

impl IncomingRecording {
    /// Begins a recording.
    ///
    /// # Errors
    /// When the disk cannot be written.
    pub async fn begin(media_folder: &Arc<Path>) -> Result<Self, RecordingError> {
        let media_folder = Arc::clone(media_folder);
        off_thread(move || Self::begin_here(&media_folder)).await
    }

    /// Begins a recording on this thread.
    pub(super) fn begin_here(media_folder: &Arc<Path>) -> Result<Self, RecordingError> {
        let sent = begin(media_folder, random_id()?)?;
        Ok(Self { media_folder: Arc::clone(media_folder), sent })
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// `TooLarge` when there is too much of it.
    pub async fn append(mut self, piece: Vec<u8>) -> Result<Self, RecordingError> {
        off_thread(move || self.append_here(&piece).map(|()| self)).await
    }

    /// Takes the next piece on this thread.
    pub(super) fn append_here(&mut self, piece: &[u8]) -> Result<(), RecordingError> {
        if self.sent.bytes() + piece.len() as u64 > MOST_BYTES {
            return Err(RecordingError::TooLarge);
        }
        self.sent.append(piece).map_err(unwritable)
    }

    /// Recognises what has come and builds the file that is stored.
    pub(crate) async fn clean(self) -> Result<ReceivedRecording, RecordingError> {
        let id = random_id()?;
        off_thread(move || self.clean_here(id)).await
    }

    /// Builds the file on this thread, under an id.
    pub(super) fn clean_here(self, id: RecordingId) -> Result<ReceivedRecording, RecordingError> {
        let opened = self.sent.open();
        let opened =
            opened.map_err(|error| RecordingError::internal("a recording cannot be read", &error))?;
        let mut file = begin(&self.media_folder, id)?;
        let Cleaned { format, millis } = clean(opened, &mut |piece| file.append(piece).map_err(unwritable))?;
        let (bytes, transcript) = (file.bytes(), String::new());
        let recording = Recording { id, format, bytes, millis, transcript, is_verbatim: false };
        Ok(ReceivedRecording { recording, hash: file.hash(), file })
    }
}

impl ReceivedRecording {
    /// Returns the recording's row as it will be, with the SHA-256 of its file, and the file, which is still to be kept.
    pub(crate) fn into_parts(self) -> (Recording, [u8; 32], IncomingFile) {
        (self.recording, self.hash, self.file)
    }
}

/// Puts a file on the disk for good, in a folder whose row is still to come.
pub(crate) async fn keep(file: IncomingFile) -> Result<NewFolder, RecordingError> {
    off_thread(move || file.keep().map_err(unwritable)).await
}

fn random_id() -> Result<RecordingId, RecordingError> {
    RecordingId::random().map_err(|error| RecordingError::internal("no random bits", &error))
}

fn begin(media_folder: &Path, id: RecordingId) -> Result<IncomingFile, RecordingError> {
    IncomingFile::begin(media_folder, id, FILE).map_err(unwritable)
}

fn unwritable(error: std::io::Error) -> RecordingError {
    RecordingError::internal("a recording cannot be written", &error)
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, RecordingError> + Send + 'static,
) -> Result<T, RecordingError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(RecordingError::internal("work on a recording was aborted", &error)))
}
