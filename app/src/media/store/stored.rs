//! Which files the database knows, picture by picture.

use std::collections::BTreeMap;

use sqlx::sqlite::SqlitePool;

use crate::media::PictureId;

/// A picture with the files that its folder must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPicture {
    /// Its id, which is the name of its folder.
    pub id: PictureId,
    /// The name by which staff find it; empty for many.
    pub name: String,
    /// Names and sizes of the files of the whole picture.
    pub variants: Vec<(String, u64)>,
    /// Names and sizes of the files that were cut from it.
    pub renditions: Vec<(String, u64)>,
}

/// Reads the pictures after one, in the order of their ids; at most `limit`. From the first on without one.
///
/// # Errors
/// Those of the database.
pub async fn stored_pictures(
    reader: &SqlitePool,
    after: Option<PictureId>,
    limit: u32,
) -> Result<Vec<StoredPicture>, sqlx::Error> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let pictures: Vec<(PictureId, String)> =
        sqlx::query_as("select id, name from pictures where id > $1 order by id limit $2")
            .bind(&after)
            .bind(limit)
            .fetch_all(reader)
            .await?;
    let Some((last, _)) = pictures.last() else { return Ok(Vec::new()) };
    let mut variants = files(
        reader,
        "select picture_id, name, bytes from picture_variants where picture_id > $1 and picture_id <= $2",
        &after,
        *last,
    )
    .await?;
    let mut renditions = files(
        reader,
        "select picture_id, name, bytes from picture_renditions where picture_id > $1 and picture_id <= $2",
        &after,
        *last,
    )
    .await?;
    let stored = pictures.into_iter().map(|(id, name)| StoredPicture {
        id,
        name,
        variants: variants.remove(&id).unwrap_or_default(),
        renditions: renditions.remove(&id).unwrap_or_default(),
    });
    Ok(stored.collect())
}

async fn files(
    reader: &SqlitePool,
    query: &'static str,
    after: &str,
    last: PictureId,
) -> Result<BTreeMap<PictureId, Vec<(String, u64)>>, sqlx::Error> {
    let rows: Vec<(PictureId, String, u64)> =
        sqlx::query_as(query).bind(after).bind(last).fetch_all(reader).await?;
    let mut files: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (picture, name, bytes) in rows {
        files.entry(picture).or_default().push((name, bytes));
    }
    Ok(files)
}
