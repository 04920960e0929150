//! Pictures that nothing uses, as the library knows it (`picture_library::find_unused`).
//!
//! A run marks the pictures that are out of use and unmarks those that are in use again. What has been marked for a year goes
//! into the library's trash, where staff see it for thirty days more; then it is deleted.

mod store;

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tokio::task::JoinError;

use super::{DAY, new_folders};
use crate::error::AppError;
use crate::media::{PictureId, crop, files};
use crate::picture_library::find_unused;
use crate::picture_library::trash::DAYS;
use crate::state::AppState;

/// How many days an unused picture stays in the library: somebody who sends pictures in autumn may need them in December, and
/// those of the year before.
pub(super) const UNUSED_DAYS: i64 = 365;

/// How many pictures are deleted in one transaction.
const BATCH: u32 = 20;

/// Marks pictures that are out of use, throws away those that have been so for long, and empties the trash of what has lain
/// there for long enough.
pub(super) async fn delete_unused(state: &AppState) -> Result<(), AppError> {
    let unused = find_unused(&mut *state.db.reader().acquire().await?).await?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::mark(&mut tx, &unused, now).await?;
    store::trash_marked_before(&mut tx, now - UNUSED_DAYS * DAY, now).await?;
    tx.commit().await?;
    loop {
        let mut tx = state.db.write_quietly().await?;
        let due = store::trashed_before(&mut tx, now - DAYS * DAY, BATCH).await?;
        if due.is_empty() {
            return Ok(());
        }
        // Somebody may have put one into a text since it was thrown away.
        let unused = find_unused(&mut tx).await?;
        let (due, used): (Vec<_>, Vec<_>) = due.into_iter().partition(|picture| unused.contains(picture));
        store::take_out_of_trash(&mut tx, &used).await?;
        store::delete(&mut tx, &due).await?;
        new_folders::mark(&state.media_folder, &due).await?;
        tx.commit().await?;
        tracing::info!(pictures = due.len(), "deleted pictures that lay in the trash for {DAYS} days");
        new_folders::remove(&state.media_folder, due).await?;
    }
}

/// Deletes files that were cut from pictures and that no page has shown for a day.
pub(super) async fn delete_retired(state: &AppState) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    let retired = crop::store::delete_retired(&mut tx, state.clock.now_millis() - DAY).await?;
    tx.commit().await?;
    let folder = Arc::clone(&state.media_folder);
    let removing = tokio::task::spawn_blocking(move || {
        for (picture, name) in retired {
            files::remove_file(&folder, picture, &name);
        }
    });
    removing.await.map_err(aborted)
}

/// Removes the folders of pictures without a row, such as an older database leaves that was put in a newer one's place. They have to be as old as
/// an unused picture, so that a restored older database finds the files of pictures that it does not know yet.
pub(super) async fn delete_orphaned_files(state: &AppState) -> Result<(), AppError> {
    let since = SystemTime::from(state.clock.now()) - Duration::from_hours(24 * DAYS.unsigned_abs());
    let folder = Arc::clone(&state.media_folder);
    let listed = tokio::task::spawn_blocking(move || files::unchanged_since(&folder, since)).await;
    let old = listed.map_err(std::io::Error::other).flatten().map_err(|error| {
        tracing::error!(%error, "the media folder could not be read");
        AppError::Internal
    })?;
    let known = new_folders::known(&state.db).await?;
    let is_orphaned = |picture: &PictureId| !known.contains(&picture.to_string());
    let orphaned: Vec<_> = old.into_iter().filter(is_orphaned).collect();
    new_folders::remove(&state.media_folder, orphaned).await
}

fn aborted(error: JoinError) -> AppError {
    tracing::error!(%error, "removing files was aborted");
    AppError::Internal
}
