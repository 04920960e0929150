//! Pictures that nothing uses.
//!
//! A picture is in use as long as something shows it (a post whatever its status, the trash included, an edition's own
//! text, the foot of the page) or somebody may bring it back: a saved version, an autosaved draft, a form that waits for
//! its writer. A run marks the pictures that are out of use and unmarks those that are in use again; what has been marked
//! for thirty days is deleted.

mod store;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use sqlx::sqlite::SqliteConnection;

use super::DAY;
use crate::error::AppError;
use crate::media::{PictureId, files};
use crate::state::AppState;

/// How many days a picture stays after its last use.
const DAYS: i64 = 30;

/// How many pictures are deleted in one transaction.
const BATCH: u32 = 20;

/// Marks pictures that are out of use, and deletes those that have been so for long enough.
pub(super) async fn delete_unused(state: &AppState) -> Result<(), AppError> {
    let unused = find_unused(&mut *state.db.reader().acquire().await?).await?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::mark(&mut tx, &unused, now).await?;
    tx.commit().await?;
    loop {
        let mut tx = state.db.write_quietly().await?;
        let due = store::marked_before(&mut tx, now - DAYS * DAY, BATCH).await?;
        if due.is_empty() {
            return Ok(());
        }
        // Somebody may have put one into a text since it was marked.
        let unused = find_unused(&mut tx).await?;
        let (due, used): (Vec<_>, Vec<_>) = due.into_iter().partition(|picture| unused.contains(picture));
        store::unmark(&mut tx, &used).await?;
        store::delete(&mut tx, &due).await?;
        tx.commit().await?;
        tracing::info!(pictures = due.len(), "deleted pictures that nothing has used for {DAYS} days");
        remove_files(&state.media_folder, due).await?;
    }
}

/// Returns the pictures that nothing uses.
async fn find_unused(connection: &mut SqliteConnection) -> Result<HashSet<PictureId>, sqlx::Error> {
    let mut unused: HashSet<_> = store::not_shown(&mut *connection).await?.into_iter().collect();
    if !unused.is_empty() {
        store::for_each_stored_text(connection, |text| {
            for picture in PictureId::find_all(text) {
                unused.remove(&picture);
            }
        })
        .await?;
    }
    Ok(unused)
}

/// Removes the folders of pictures without a row, which an interrupted upload or deletion left. They have to be as old as
/// an unused picture, so that a restored older database finds the files of pictures that it does not know yet.
pub(super) async fn delete_orphaned_files(state: &AppState) -> Result<(), AppError> {
    let since = SystemTime::from(state.clock.now()) - Duration::from_hours(24 * DAYS.unsigned_abs());
    let folder = Arc::clone(&state.media_folder);
    let listed = tokio::task::spawn_blocking(move || files::unchanged_since(&folder, since)).await;
    let old = listed.map_err(std::io::Error::other).flatten().map_err(|error| {
        tracing::error!(%error, "the media folder could not be read");
        AppError::Internal
    })?;
    let known: HashSet<_> = store::all(state.db.reader()).await?.into_iter().collect();
    let orphaned: Vec<_> = old.into_iter().filter(|picture| !known.contains(picture)).collect();
    remove_files(&state.media_folder, orphaned).await
}

async fn remove_files(media_folder: &Arc<Path>, pictures: Vec<PictureId>) -> Result<(), AppError> {
    let folder = Arc::clone(media_folder);
    let removing = tokio::task::spawn_blocking(move || {
        for picture in pictures {
            files::remove(&folder, picture);
        }
    });
    removing.await.map_err(|error| {
        tracing::error!(%error, "removing files was aborted");
        AppError::Internal
    })
}
