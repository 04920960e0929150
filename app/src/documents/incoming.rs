//! A document on its way in: received piece by piece, judged, and then kept or dropped.

use std::path::Path;
use std::sync::Arc;

use super::file_name::{file_name, title_of};
use super::intake::{Judged, MOST_BYTES, judge};
use super::{Document, DocumentError, DocumentFileId, DocumentId};
use crate::language::Language;
use crate::media::{IncomingFile, NewFolder};

/// Name of the file in its folder. What readers call it is in the database.
pub const FILE: &str = "dokument";

/// A document that is being received. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct IncomingDocument {
    id: DocumentFileId,
    sent_name: String,
    file: IncomingFile,
}

/// A document that was received whole, and may be kept.
pub(super) struct ReceivedDocument {
    id: DocumentFileId,
    judged: Judged,
    name: String,
    /// A title made of the name.
    pub(super) title: String,
    bytes: u64,
    pub(super) hash: [u8; 32],
    file: IncomingFile,
}

impl IncomingDocument {
    /// Begins a document, by the name that its sender gives it.
    ///
    /// # Errors
    /// When the disk cannot be written.
    pub async fn begin(media_folder: &Arc<Path>, sent_name: &str) -> Result<Self, DocumentError> {
        let (media_folder, sent_name) = (Arc::clone(media_folder), sent_name.to_owned());
        let id =
            DocumentFileId::random().map_err(|error| DocumentError::internal("no random bits", &error))?;
        off_thread(move || {
            let file = IncomingFile::begin(&media_folder, id, FILE);
            let file =
                file.map_err(|error| DocumentError::internal("a document cannot be received", &error))?;
            Ok(Self { id, sent_name, file })
        })
        .await
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// `TooLarge` when there is too much of it.
    pub async fn append(mut self, piece: Vec<u8>) -> Result<Self, DocumentError> {
        if self.file.bytes() + piece.len() as u64 > MOST_BYTES {
            return Err(DocumentError::TooLarge);
        }
        off_thread(move || {
            let written = self.file.append(&piece);
            written.map_err(|error| DocumentError::internal("a document cannot be written", &error))?;
            Ok(self)
        })
        .await
    }

    /// Judges what has come.
    pub(super) async fn judge(self) -> Result<ReceivedDocument, DocumentError> {
        off_thread(move || {
            let Self { id, sent_name, file } = self;
            let opened = file.open();
            let opened =
                opened.map_err(|error| DocumentError::internal("a document cannot be read", &error))?;
            let judged = judge(opened, &sent_name)?;
            let (name, title) = (file_name(&sent_name, judged.format), title_of(&sent_name));
            Ok(ReceivedDocument { id, judged, name, title, bytes: file.bytes(), hash: file.hash(), file })
        })
        .await
    }
}

impl ReceivedDocument {
    /// Returns the document's row as it will be, and the file, which is still to be kept.
    pub(super) fn into_parts(
        self,
        id: DocumentId,
        title: String,
        language: Language,
    ) -> (Document, IncomingFile) {
        let Self { id: file_id, judged, name, bytes, file, .. } = self;
        let Judged { format, pages, is_tagged } = judged;
        (Document { id, title, language, file_id, name, format, bytes, pages, is_tagged }, file)
    }
}

/// Puts a file on the disk for good, in a folder whose row is still to come.
pub(super) async fn keep(file: IncomingFile) -> Result<NewFolder, DocumentError> {
    let kept =
        move || file.keep().map_err(|error| DocumentError::internal("a document cannot be kept", &error));
    off_thread(kept).await
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DocumentError> + Send + 'static,
) -> Result<T, DocumentError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(DocumentError::internal("work on a document was aborted", &error)))
}
