//! The files of pictures, documents and recordings that are erased, and copies of the database that held them.

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::db::COPY_BEFORE_UPDATE;
use crate::documents::DocumentFileId;
use crate::error::AppError;
use crate::media::{self, PictureId, files};
use crate::recordings::RecordingId;
use crate::state::AppState;

/// Folders in the media folder that nothing uses any more.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) pictures: Vec<PictureId>,
    pub(super) documents: Vec<DocumentFileId>,
    pub(super) recordings: Vec<RecordingId>,
}

impl Files {
    fn names(&self) -> Vec<String> {
        let pictures = self.pictures.iter().map(ToString::to_string);
        let documents = self.documents.iter().map(ToString::to_string);
        pictures.chain(documents).chain(self.recordings.iter().map(ToString::to_string)).collect()
    }
}

/// Marks the folders before their rows go: where the process ends before they are removed, the next start does it.
pub(super) async fn mark(state: &AppState, files: &Files) -> Result<(), AppError> {
    let names = files.names();
    let folder = Arc::clone(&state.media_folder);
    let marked = off_thread(move || names.iter().try_for_each(|name| media::mark(&folder, name))).await;
    marked.map_err(|error| {
        tracing::error!(%error, "files that are to be erased could not be marked");
        AppError::Internal
    })
}

/// Removes the folders, and the copy of the database that the last update has left: it holds what was there then.
pub(super) async fn remove(state: &AppState, files: &Files) {
    let names = files.names();
    let folder = Arc::clone(&state.media_folder);
    let removed = off_thread(move || {
        for name in &names {
            files::remove(&folder, &**name);
        }
        remove_copy(&folder)
    });
    if let Err(error) = removed.await {
        tracing::error!(%error, "the copy of the database from before the last update could not be removed");
    }
}

/// Removes the copy of the database that lies beside it, if there is one.
pub(super) fn remove_copy(media_folder: &Path) -> io::Result<()> {
    match std::fs::remove_file(media_folder.with_file_name(COPY_BEFORE_UPDATE)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}
