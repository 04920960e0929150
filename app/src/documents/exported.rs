//! Documents that come back from an export.

use std::path::Path;
use std::sync::Arc;

use sqlx::sqlite::SqliteConnection;

use super::{Document, DocumentError, DocumentId, IncomingDocument, incoming, store};
use crate::language::Language;
use crate::media::IncomingFile;
use crate::time::UnixMillis;

/// A document whose file was judged. Until it is kept, the file goes when this is dropped.
pub(crate) struct JudgedDocument {
    pub(crate) document: Document,
    hash: [u8; 32],
    file: IncomingFile,
}

/// A document whose file is on the disk.
pub(crate) struct KeptDocument {
    pub(crate) document: Document,
    hash: [u8; 32],
}

impl JudgedDocument {
    /// Judges a document's file as one that somebody sends.
    ///
    /// # Errors
    /// The reason for which it is refused.
    pub(crate) async fn judge(
        media_folder: &Arc<Path>,
        (id, title, language): (DocumentId, String, Language),
        file_name: &str,
        bytes: Vec<u8>,
    ) -> Result<Self, DocumentError> {
        let received =
            IncomingDocument::begin(media_folder, file_name).await?.append(bytes).await?.judge().await?;
        let hash = received.hash;
        let (document, file) = received.into_parts(id, title, language);
        Ok(Self { document, hash, file })
    }

    /// Puts the file on the disk for good.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) async fn keep(self) -> Result<KeptDocument, DocumentError> {
        let Self { document, hash, file } = self;
        incoming::keep(file).await?;
        Ok(KeptDocument { document, hash })
    }
}

impl KeptDocument {
    /// Saves the rows of a document.
    ///
    /// # Errors
    /// Those of the database.
    pub(crate) async fn save(
        &self,
        writer: &mut SqliteConnection,
        created_at: UnixMillis,
        file_added_at: UnixMillis,
    ) -> Result<(), sqlx::Error> {
        store::add(writer, &self.document, &self.hash, None, created_at).await?;
        store::set_file_added_at(writer, self.document.file_id, file_added_at).await
    }
}
