//! Reading documents: for the public, for staff, and of a post.

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqliteConnection, SqlitePool};

use super::document_columns;
use crate::db::publicity::public_at;
use crate::documents::{Document, DocumentFileId, DocumentId};
use crate::ids::PostId;
use crate::time::UnixMillis;

/// Finds a document that something public links to: a post, or an edition's own text.
///
/// # Errors
/// Those of the database.
pub async fn public_file(
    reader: &SqlitePool,
    id: DocumentId,
    now: UnixMillis,
) -> Result<Option<Document>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        document_columns!(),
        " from documents d join document_files f on f.id = d.file_id
          where d.id = $1
            and (exists (select 1 from post_documents u join posts p on p.id = u.post_id
                         where u.document_id = $1 and ", public_at!("p", "$2"), ")
                 or exists (select 1 from editions
                            where state = 'published' and instr(introduction_html, '/dokument/' || $1 || '/') > 0))"
    ))
    .bind(id)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Finds a document, whatever links to it. For staff.
///
/// # Errors
/// Those of the database.
pub async fn any_file(reader: &SqlitePool, id: DocumentId) -> Result<Option<Document>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        document_columns!(),
        " from documents d join document_files f on f.id = d.file_id where d.id = $1"
    ))
    .bind(id)
    .fetch_optional(reader)
    .await
}

/// Returns since when a document is in the bin.
pub(crate) async fn deleted_at(
    reader: &SqlitePool,
    id: DocumentId,
) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar("select deleted_at from documents where id = $1").bind(id).fetch_one(reader).await
}

/// Reads a document within a transaction.
pub(crate) async fn find(connection: &mut SqliteConnection, id: DocumentId) -> Result<Document, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        document_columns!(),
        " from documents d join document_files f on f.id = d.file_id where d.id = $1"
    ))
    .bind(id)
    .fetch_one(connection)
    .await
}

/// Finds the document that has, or once had, a file, by the file's SHA-256.
pub(crate) async fn known(
    connection: &mut SqliteConnection,
    hash: &[u8],
) -> Result<Option<DocumentId>, sqlx::Error> {
    sqlx::query_scalar("select document_id from document_files where hash = $1")
        .bind(hash)
        .fetch_optional(connection)
        .await
}

/// Lists the files of all documents.
///
/// # Errors
/// Those of the database.
pub async fn file_ids(reader: &SqlitePool) -> Result<Vec<DocumentFileId>, sqlx::Error> {
    sqlx::query_scalar("select id from document_files").fetch_all(reader).await
}

/// A document's file as it must lie in the media folder.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredFile {
    /// Its id, which is the name of its folder.
    pub id: DocumentFileId,
    /// Title of the document that has it, or had it.
    pub title: String,
    /// Size of the file as it was received, in bytes.
    pub bytes: u64,
    /// SHA-256 of its content, 32 bytes.
    pub hash: Vec<u8>,
}

/// Lists the files of all documents as they must lie in the media folder.
///
/// # Errors
/// Those of the database.
pub async fn stored_files(reader: &SqlitePool) -> Result<Vec<StoredFile>, sqlx::Error> {
    sqlx::query_as(
        "select f.id, d.title, f.bytes, f.hash from document_files f join documents d on d.id = f.document_id
         order by f.id",
    )
    .fetch_all(reader)
    .await
}

/// Returns the file with a SHA-256.
pub(crate) async fn file_with(
    connection: &mut SqliteConnection,
    hash: &[u8],
) -> Result<DocumentFileId, sqlx::Error> {
    sqlx::query_scalar("select id from document_files where hash = $1").bind(hash).fetch_one(connection).await
}

/// Reads the documents that stand below a post, in their order.
pub(crate) async fn of_post(reader: &SqlitePool, post: PostId) -> Result<Vec<Document>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        document_columns!(),
        " from post_documents u join documents d on d.id = u.document_id join document_files f on f.id = d.file_id
          where u.post_id = $1 and u.position > 0 order by u.position"
    ))
    .bind(post)
    .fetch_all(reader)
    .await
}

/// Reads documents in the order of their ids; those that do not exist are left out.
pub(crate) async fn with_ids(reader: &SqlitePool, ids: &[DocumentId]) -> Result<Vec<Document>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = QueryBuilder::<Sqlite>::new(concat!(
        "select ",
        document_columns!(),
        " from documents d join document_files f on f.id = d.file_id where d.id in ("
    ));
    let mut values = query.separated(", ");
    for id in ids {
        values.push_bind(*id);
    }
    values.push_unseparated(")");
    let mut documents: Vec<Document> = query.build_query_as().fetch_all(reader).await?;
    documents.sort_by_key(|document| ids.iter().position(|id| *id == document.id));
    Ok(documents)
}
