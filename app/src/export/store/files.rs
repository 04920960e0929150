//! Pictures and documents.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;

use super::BATCH;
use crate::documents::DocumentFileId;
use crate::export::layout::{document_file, picture_file};
use crate::export::{Crop, Document, DocumentId, Focus, Instant, Picture, PictureFile, PictureId};
use crate::posts::Language;

#[derive(sqlx::FromRow)]
struct PictureRow {
    id: PictureId,
    name: String,
    width: u32,
    height: u32,
    alt: String,
    caption: String,
    credit: String,
    focal_x: Option<f64>,
    focal_y: Option<f64>,
    crop_left: Option<f64>,
    crop_top: Option<f64>,
    crop_width: Option<f64>,
    crop_height: Option<f64>,
    created_at: Instant,
    file_hash: Option<String>,
}

/// Reads the pictures after one, in the order of their ids; from the first on without one. Of those in the trash only what
/// something uses.
///
/// # Errors
/// Those of the database.
pub async fn pictures(
    connection: &mut SqliteConnection,
    after: Option<PictureId>,
) -> Result<Vec<Picture>, sqlx::Error> {
    let rows: Vec<PictureRow> = sqlx::query_as(
        "select id, name, width, height, alt, caption, credit, focal_x, focal_y, crop_left, crop_top, crop_width,
             crop_height, created_at, lower(hex(file_hash)) as file_hash
         from pictures i
         where id > $1 and (
             trashed_at is null
             or exists (select 1 from post_pictures u join posts p on p.id = u.post_id
                        where u.picture_id = i.id and p.state <> 'trash')
             or exists (select 1 from brand where i.id in (logo, logo_on_dark, icon, shared_picture))
             or exists (select 1 from funders where logo = i.id)
             or exists (select 1 from scene_pictures s where s.picture_id = i.id)
             or exists (select 1 from editions where instr(introduction_markdown, '/media/' || i.id || '/') > 0))
         order by id limit $2",
    )
    .bind(after.map(|id| id.to_string()).unwrap_or_default())
    .bind(BATCH)
    .fetch_all(&mut *connection)
    .await?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let mut files = picture_files(connection, first.id, last.id).await?;
    Ok(rows.into_iter().map(|row| row.picture(&mut files)).collect())
}

async fn picture_files(
    connection: &mut SqliteConnection,
    first: PictureId,
    last: PictureId,
) -> Result<BTreeMap<PictureId, Vec<PictureFile>>, sqlx::Error> {
    let rows: Vec<(PictureId, String, String, u32, u64)> = sqlx::query_as(
        "select picture_id, name, media_type, width, bytes from picture_variants
         where picture_id between $1 and $2 order by picture_id, name",
    )
    .bind(first)
    .bind(last)
    .fetch_all(connection)
    .await?;
    let mut files: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (id, name, media_type, width, bytes) in rows {
        let path = picture_file(id, &name);
        files.entry(id).or_default().push(PictureFile { path, media_type, width, bytes });
    }
    Ok(files)
}

impl PictureRow {
    fn picture(self, files: &mut BTreeMap<PictureId, Vec<PictureFile>>) -> Picture {
        let focus = self.focal_x.zip(self.focal_y).map(|(x, y)| Focus { x, y });
        let crop = match (self.crop_left, self.crop_top, self.crop_width, self.crop_height) {
            (Some(left), Some(top), Some(width), Some(height)) => Some(Crop { left, top, width, height }),
            _ => None,
        };
        Picture {
            id: self.id,
            name: self.name,
            width: self.width,
            height: self.height,
            alt: self.alt,
            caption: self.caption,
            credit: self.credit,
            focus,
            crop,
            created_at: self.created_at,
            source_sha256: self.file_hash.filter(|hash| !hash.is_empty()),
            files: files.remove(&self.id).unwrap_or_default(),
        }
    }
}

/// A document, and where its file lies on this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDocument {
    /// The document.
    pub document: Document,
    /// The folder of its file in the media folder.
    pub folder: DocumentFileId,
}

type DocumentRow =
    (DocumentId, String, Language, Instant, DocumentFileId, String, String, Instant, u64, String);

/// Reads all documents, in the order of their ids. Of those in the trash only what a post has.
///
/// # Errors
/// Those of the database.
pub async fn documents(connection: &mut SqliteConnection) -> Result<Vec<StoredDocument>, sqlx::Error> {
    let rows: Vec<DocumentRow> = sqlx::query_as(
        "select d.id, d.title, d.language, d.created_at, f.id, f.name, f.format, f.added_at, f.bytes, lower(hex(f.hash))
         from documents d join document_files f on f.id = d.file_id
         where d.deleted_at is null
             or exists (select 1 from post_documents u join posts p on p.id = u.post_id
                        where u.document_id = d.id and p.state <> 'trash')
             or exists (select 1 from editions where instr(introduction_markdown, '/dokument/' || d.id || '/') > 0)
         order by d.id",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(stored_document).collect())
}

fn stored_document(row: DocumentRow) -> StoredDocument {
    let (id, title, language, created_at, folder, file_name, format, file_added_at, bytes, sha256) = row;
    let path = document_file(id, &format);
    let document =
        Document { id, title, language, created_at, file_name, format, file_added_at, bytes, sha256, path };
    StoredDocument { document, folder }
}
