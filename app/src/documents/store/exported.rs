//! What a document that comes back from an export has beside the usual, and which documents are here.

use sqlx::sqlite::SqliteConnection;

use crate::documents::{DocumentFileId, DocumentId};
use crate::time::UnixMillis;

/// Returns every document with the SHA-256 of each of its files, in hexadecimal digits.
pub(crate) async fn known_documents(
    connection: &mut SqliteConnection,
) -> Result<Vec<(DocumentId, String)>, sqlx::Error> {
    sqlx::query_as("select document_id, lower(hex(hash)) from document_files").fetch_all(connection).await
}

/// Sets when a file was sent.
pub(in crate::documents) async fn set_file_added_at(
    writer: &mut SqliteConnection,
    file: DocumentFileId,
    at: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update document_files set added_at = $2 where id = $1")
        .bind(file)
        .bind(at)
        .execute(writer)
        .await?;
    Ok(())
}
