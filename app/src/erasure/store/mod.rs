//! The SQL of erasing: what rooms hold of a text beside the text itself.

pub(in crate::erasure) mod pending;
pub(in crate::erasure) mod spread;

use std::collections::BTreeSet;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::AnyId;
use crate::documents::DocumentId;
use crate::ids::{ErasureId, PostId};
use crate::media::PictureId;
use crate::time::UnixMillis;

/// That so many texts were erased at a time. It says nothing of them, nor of any person.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Erasure {
    pub(crate) id: ErasureId,
    pub(crate) erased_at: UnixMillis,
    pub(crate) texts: i64,
    /// Pictures that only they used.
    pub(crate) pictures: i64,
    /// Documents that only they used.
    pub(crate) documents: i64,
    /// Their recordings, also those that were taken away before.
    pub(crate) recordings: i64,
    /// Since when nothing of them is left in the bytes of the database; none: it has not been possible yet.
    pub(crate) overwritten_at: Option<UnixMillis>,
}

/// Writes down that texts were erased.
pub(in crate::erasure) async fn add(
    writer: &mut SqliteConnection,
    erasure: &Erasure,
) -> Result<ErasureId, sqlx::Error> {
    sqlx::query_scalar(
        "insert into erasures (erased_at, texts, pictures, documents, recordings) values ($1, $2, $3, $4, $5)
         returning id",
    )
    .bind(erasure.erased_at)
    .bind(erasure.texts)
    .bind(erasure.pictures)
    .bind(erasure.documents)
    .bind(erasure.recordings)
    .fetch_one(writer)
    .await
}

/// Lists the newest erasures.
pub(crate) async fn newest(reader: &SqlitePool, limit: u32) -> Result<Vec<Erasure>, sqlx::Error> {
    sqlx::query_as(
        "select id, erased_at, texts, pictures, documents, recordings, overwritten_at from erasures order by id desc limit $1",
    )
    .bind(limit)
    .fetch_all(reader)
    .await
}

/// Finds an erasure.
pub(crate) async fn find(reader: &SqlitePool, id: ErasureId) -> Result<Option<Erasure>, sqlx::Error> {
    sqlx::query_as(
        "select id, erased_at, texts, pictures, documents, recordings, overwritten_at from erasures where id = $1",
    )
    .bind(id)
    .fetch_optional(reader)
    .await
}

/// Returns the last erasure of which something may be left in the bytes of the database.
pub(in crate::erasure) async fn last_to_overwrite(
    reader: &SqlitePool,
) -> Result<Option<ErasureId>, sqlx::Error> {
    sqlx::query_scalar("select max(id) from erasures where overwritten_at is null").fetch_one(reader).await
}

/// Notes that nothing is left of all erasures up to this one.
pub(in crate::erasure) async fn set_overwritten(
    writer: &mut SqliteConnection,
    until: ErasureId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update erasures set overwritten_at = $2 where id <= $1 and overwritten_at is null")
        .bind(until)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns the hashes of all that was erased.
pub(in crate::erasure) async fn marks(reader: &SqlitePool) -> Result<BTreeSet<[u8; 32]>, sqlx::Error> {
    let hashes: Vec<Vec<u8>> = sqlx::query_scalar("select hash from erased_marks").fetch_all(reader).await?;
    Ok(hashes.into_iter().filter_map(|hash| hash.try_into().ok()).collect())
}

/// Returns what exports call the texts that are there.
pub(in crate::erasure) async fn uids(reader: &SqlitePool) -> Result<Vec<(PostId, String)>, sqlx::Error> {
    sqlx::query_as("select id, uid from posts where uid is not null").fetch_all(reader).await
}

/// Returns the ids of all pictures and documents that a text names: as it is, as it was, and as somebody has typed it.
pub(crate) async fn ids_in(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<BTreeSet<AnyId>, sqlx::Error> {
    let texts: Vec<String> = sqlx::query_scalar(
        "select coalesce(picture_id, '') || ' ' || body_markdown || ' ' || body_html || ' ' || documents
         from posts where id = $1
         union all select content from revisions where post_id = $1
         union all select content from drafts where post_id = $1",
    )
    .bind(post)
    .fetch_all(connection)
    .await?;
    Ok(texts.iter().flat_map(|text| PictureId::find_all(text)).collect())
}

/// Returns the pictures in whose place others of these are, and those in whose place they were.
pub(in crate::erasure) async fn replaced_by(
    connection: &mut SqliteConnection,
    ids: &BTreeSet<AnyId>,
) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar(
        "with recursive former (id) as (
             select id from pictures where replaced_by in (select value from json_each($1))
             union select p.id from pictures p join former f on p.replaced_by = f.id
         )
         select id from former",
    )
    .bind(as_json(ids)?)
    .fetch_all(connection)
    .await
}

/// Returns those of some ids that are pictures', sorted.
pub(crate) async fn known_pictures(
    connection: &mut SqliteConnection,
    ids: &BTreeSet<AnyId>,
) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar("select id from pictures where id in (select value from json_each($1)) order by id")
        .bind(as_json(ids)?)
        .fetch_all(connection)
        .await
}

fn as_json(ids: &BTreeSet<AnyId>) -> Result<String, sqlx::Error> {
    serde_json::to_string(ids).map_err(|error| sqlx::Error::Encode(error.into()))
}

/// Deletes a picture with the rows of its files, and returns what it was called.
pub(in crate::erasure) async fn delete_picture(
    writer: &mut SqliteConnection,
    picture: PictureId,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar("delete from pictures where id = $1 returning name")
        .bind(picture)
        .fetch_optional(writer)
        .await
}

/// Returns what a document and its files are called; none when it is no document's id.
pub(in crate::erasure) async fn names_of_document(
    writer: &mut SqliteConnection,
    document: DocumentId,
) -> Result<Option<Vec<String>>, sqlx::Error> {
    let names: Vec<String> = sqlx::query_scalar(
        "select title from documents where id = $1 union all select name from document_files where document_id = $1",
    )
    .bind(document)
    .fetch_all(writer)
    .await?;
    Ok((!names.is_empty()).then_some(names))
}

/// Takes a text out of what other rooms hold without a foreign key: the menu, and from where messages of the public were sent.
pub(in crate::erasure) async fn forget_elsewhere(
    writer: &mut SqliteConnection,
    post: PostId,
    path: &str,
    slug: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from menu_items where path = $1").bind(path).execute(&mut *writer).await?;
    sqlx::query(
        "update feedback set page = '' where page <> '' and (instr(page, '/' || $1) > 0
             or exists (select 1 from post_redirects r where r.post_id = $2 and instr(page, '/' || r.slug) > 0))",
    )
    .bind(slug)
    .bind(post)
    .execute(writer)
    .await?;
    Ok(())
}

/// Deletes what holds words of texts for a while, without saying of which: messages and forms that wait for the next page, and
/// the reports of imports.
pub(in crate::erasure) async fn forget_passing(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query("delete from flashes").execute(&mut *writer).await?;
    sqlx::query(
        "update move_ins set report = null where report is not null and state in ('ended', 'failed')",
    )
    .execute(writer)
    .await?;
    Ok(())
}

/// Empties what entries of the audit log say beside a text.
pub(in crate::erasure) async fn empty_log_about_text(
    writer: &mut SqliteConnection,
    post: PostId,
) -> Result<(), sqlx::Error> {
    sqlx::query("update audit_log set about = '' where post_id = $1 and about <> ''")
        .bind(post)
        .execute(writer)
        .await?;
    Ok(())
}

/// Empties the name in entries of the audit log about something that had it.
pub(in crate::erasure) async fn empty_log_about(
    writer: &mut SqliteConnection,
    name: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("update audit_log set about = '' where about = $1 and post_id is null and about <> ''")
        .bind(name)
        .execute(writer)
        .await?;
    Ok(())
}
