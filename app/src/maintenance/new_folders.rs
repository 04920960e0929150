//! Folders of files of which nobody knows whether their row is there: the process that wrote or deleted it has ended in
//! between.

use std::collections::HashSet;
use std::fmt::Display;
use std::path::Path;
use std::sync::Arc;

use crate::db::Db;
use crate::documents;
use crate::error::AppError;
use crate::media::{self, NewFolder, files};
use crate::picture_library::store::uses;
use crate::recordings;

/// Keeps the folders whose row is in the database, and removes the others. They have been locked before the rows are read: a
/// process that is still at one may commit its row meanwhile.
///
/// # Errors
/// Those of the database.
pub async fn settle(db: &Db, abandoned: Vec<NewFolder>) -> Result<(), sqlx::Error> {
    if abandoned.is_empty() {
        return Ok(());
    }
    let known = known(db).await?;
    let (kept, removed): (Vec<_>, Vec<_>) =
        abandoned.into_iter().partition(|folder| known.contains(folder.id()));
    tracing::info!(kept = kept.len(), removed = removed.len(), "settled what was interrupted");
    kept.into_iter().for_each(NewFolder::settle);
    removed.into_iter().for_each(NewFolder::discard);
    Ok(())
}

/// Returns the names of the folders that belong to a picture, a document or a recording.
pub(super) async fn known(db: &Db) -> Result<HashSet<String>, sqlx::Error> {
    let pictures = uses::all(db.reader()).await?;
    let files = documents::store::file_ids(db.reader()).await?;
    let recordings = recordings::store::ids(db.reader()).await?;
    let names = pictures.iter().map(ToString::to_string).chain(files.iter().map(ToString::to_string));
    Ok(names.chain(recordings.iter().map(ToString::to_string)).collect())
}

/// Marks the folders whose rows are about to be deleted.
pub(super) async fn mark<I: ToString>(media_folder: &Arc<Path>, ids: &[I]) -> Result<(), AppError> {
    let (folder, ids) = (Arc::clone(media_folder), ids.iter().map(ToString::to_string).collect::<Vec<_>>());
    let marking =
        tokio::task::spawn_blocking(move || ids.iter().try_for_each(|id| media::mark(&folder, id))).await;
    marking.map_err(std::io::Error::other).flatten().map_err(|error| {
        tracing::error!(%error, "files that are to be deleted could not be marked");
        AppError::Internal
    })
}

/// Removes the folders whose rows are deleted.
pub(super) async fn remove<I>(media_folder: &Arc<Path>, ids: Vec<I>) -> Result<(), AppError>
where
    I: Display + Copy + Send + 'static,
{
    let folder = Arc::clone(media_folder);
    let removing =
        tokio::task::spawn_blocking(move || ids.into_iter().for_each(|id| files::remove(&folder, id))).await;
    removing.map_err(|error| {
        tracing::error!(%error, "removing files was aborted");
        AppError::Internal
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::picture;
    use super::*;
    use crate::media::{PictureId, abandoned};
    use crate::staff::testing::TestSite;

    #[tokio::test]
    async fn what_was_interrupted_is_kept_where_its_row_is_and_removed_where_it_is_not() {
        let site = TestSite::new().await;
        let media = &site.state.media_folder;
        let there = picture(&site).await;
        mark(media, &[there]).await.unwrap();
        let gone = PictureId::random().unwrap();
        drop(files::write_new(media, gone, [("480.webp", &b"bild"[..])]).unwrap());
        settle(&site.state.db, abandoned(media).unwrap()).await.unwrap();
        assert!(media.join(there.to_string()).join("480.webp").is_file());
        assert!(!media.join(gone.to_string()).exists());
        assert!(abandoned(media).unwrap().is_empty());
    }
}
