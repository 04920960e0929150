//! Writing documents.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::documents::{Document, DocumentFileId, DocumentId};
use crate::ids::StaffId;
use crate::language::Language;
use crate::time::UnixMillis;

/// A file that a document had before.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct FormerFile {
    pub(crate) id: DocumentFileId,
    pub(crate) name: String,
    #[sqlx(try_from = "i64")]
    pub(crate) bytes: u64,
    pub(crate) replaced_at: UnixMillis,
}

/// Adds a document whose file is on the disk.
///
/// # Errors
/// When another document has the same file.
pub async fn add(
    writer: &mut SqliteConnection,
    document: &Document,
    hash: &[u8],
    by: Option<StaffId>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into documents (id, title, language, file_id, added_by, created_at)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(document.id)
    .bind(&document.title)
    .bind(document.language)
    .bind(document.file_id)
    .bind(by)
    .bind(now)
    .execute(&mut *writer)
    .await?;
    add_file(writer, document, hash, by, now).await
}

async fn add_file(
    writer: &mut SqliteConnection,
    document: &Document,
    hash: &[u8],
    by: Option<StaffId>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into document_files (id, document_id, name, format, bytes, pages, is_tagged, hash, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(document.file_id)
    .bind(document.id)
    .bind(&document.name)
    .bind(document.format.extension())
    .bind(i64::try_from(document.bytes).unwrap_or(i64::MAX))
    .bind(document.pages)
    .bind(document.is_tagged)
    .bind(hash)
    .bind(by)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Replaces the file of a document. The one before stays for a while.
pub(crate) async fn replace(
    writer: &mut SqliteConnection,
    document: &Document,
    hash: &[u8],
    by: StaffId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    add_file(writer, document, hash, Some(by), now).await?;
    use_file(writer, document.id, document.file_id, now).await
}

/// Gives readers a file that the document had before. The one that they have stays for a while.
///
/// # Errors
/// `RowNotFound` when it has no such file.
pub(crate) async fn use_former_file(
    writer: &mut SqliteConnection,
    id: DocumentId,
    file: DocumentFileId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let _: i64 = sqlx::query_scalar("select bytes from document_files where id = $1 and document_id = $2")
        .bind(file)
        .bind(id)
        .fetch_one(&mut *writer)
        .await?;
    use_file(writer, id, file, now).await
}

async fn use_file(
    writer: &mut SqliteConnection,
    id: DocumentId,
    file: DocumentFileId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update document_files set replaced_at = case when id = $2 then null else coalesce(replaced_at, $3) end
         where document_id = $1",
    )
    .bind(id)
    .bind(file)
    .bind(now)
    .execute(&mut *writer)
    .await?;
    sqlx::query("update documents set file_id = $2 where id = $1")
        .bind(id)
        .bind(file)
        .execute(writer)
        .await?;
    Ok(())
}

/// Lists the files that a document had before, newest first.
pub(crate) async fn former_files(
    reader: &SqlitePool,
    id: DocumentId,
) -> Result<Vec<FormerFile>, sqlx::Error> {
    sqlx::query_as(
        "select id, name, bytes, replaced_at from document_files
         where document_id = $1 and replaced_at is not null order by replaced_at desc, id",
    )
    .bind(id)
    .fetch_all(reader)
    .await
}

/// Changes title and language.
pub(crate) async fn set_title(
    writer: &mut SqliteConnection,
    id: DocumentId,
    title: &str,
    language: Language,
) -> Result<(), sqlx::Error> {
    sqlx::query("update documents set title = $2, language = $3 where id = $1")
        .bind(id)
        .bind(title)
        .bind(language)
        .execute(writer)
        .await?;
    Ok(())
}

/// Changes the name of the file that readers get. Addresses with the one before lead to it.
pub(crate) async fn set_file_name(
    writer: &mut SqliteConnection,
    file: DocumentFileId,
    name: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("update document_files set name = $2 where id = $1")
        .bind(file)
        .bind(name)
        .execute(writer)
        .await?;
    Ok(())
}

/// Moves a document to the bin.
pub(crate) async fn move_to_bin(
    writer: &mut SqliteConnection,
    id: DocumentId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update documents set deleted_at = coalesce(deleted_at, $2) where id = $1")
        .bind(id)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Takes a document out of the bin.
pub(crate) async fn take_out_of_bin(
    writer: &mut SqliteConnection,
    id: DocumentId,
) -> Result<(), sqlx::Error> {
    sqlx::query("update documents set deleted_at = null where id = $1").bind(id).execute(writer).await?;
    Ok(())
}

/// Lists the documents that have been in the bin since an instant or longer.
pub(crate) async fn due_documents(
    writer: &mut SqliteConnection,
    before: UnixMillis,
) -> Result<Vec<DocumentId>, sqlx::Error> {
    sqlx::query_scalar("select id from documents where deleted_at <= $1").bind(before).fetch_all(writer).await
}

/// Deletes a document with its files' rows, and returns the ids of the files.
pub(crate) async fn delete_for_good(
    writer: &mut SqliteConnection,
    id: DocumentId,
) -> Result<Vec<DocumentFileId>, sqlx::Error> {
    let files = sqlx::query_scalar("select id from document_files where document_id = $1")
        .bind(id)
        .fetch_all(&mut *writer)
        .await?;
    sqlx::query("delete from documents where id = $1").bind(id).execute(writer).await?;
    Ok(files)
}

/// Lists the files that another one has replaced at an instant or before.
pub(crate) async fn due_files(
    writer: &mut SqliteConnection,
    before: UnixMillis,
) -> Result<Vec<DocumentFileId>, sqlx::Error> {
    sqlx::query_scalar("select id from document_files where replaced_at <= $1")
        .bind(before)
        .fetch_all(writer)
        .await
}

/// Deletes the rows of files.
pub(crate) async fn delete_files(
    writer: &mut SqliteConnection,
    files: &[DocumentFileId],
) -> Result<(), sqlx::Error> {
    for file in files {
        sqlx::query("delete from document_files where id = $1").bind(file).execute(&mut *writer).await?;
    }
    Ok(())
}
