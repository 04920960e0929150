//! Recordings that were taken away long enough ago, and those of texts that are deleted for good.

use super::{DAY, new_folders};
use crate::error::AppError;
use crate::recordings::{DAYS, store};
use crate::state::AppState;

/// Deletes them.
pub(crate) async fn delete_old(state: &AppState) -> Result<(), AppError> {
    let before = state.clock.now_millis() - DAYS * DAY;
    // No reader notices: no page plays what goes.
    let mut tx = state.db.write_quietly().await?;
    let files = store::delete_due(&mut tx, before).await?;
    new_folders::mark(&state.media_folder, &files).await?;
    tx.commit().await?;
    if !files.is_empty() {
        tracing::info!(files = files.len(), "deleted recordings that are not needed any more");
    }
    new_folders::remove(&state.media_folder, files).await
}
