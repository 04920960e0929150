//! What is tidied by itself: runs that a restart ended, and imports that somebody has left.

use super::acts::discard_in;
use super::{MoveInState, folder, store};
use crate::error::AppError;
use crate::state::AppState;
use crate::time::DAY;

const DRY_RUN: &str =
    "Webbplatsen startade om. Provkörningen hann inte bli klar. Inget har ändrats. Provkör igen.";
const IMPORT: &str = "Webbplatsen startade om. Allt hann inte komma in. Det som kom in är kvar. Provkör igen och se vad som \
                      är kvar att flytta.";

/// Ends the run that was under way when the process ended, with a sentence; its files are still there. To be called at each
/// start, before anybody can begin another one.
///
/// # Errors
/// Those of the database.
pub async fn end_interrupted(state: &AppState) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let mut kept = None;
    if let Some(open) = store::open(&mut *tx).await? {
        let has_files = !open.file_name.is_empty() && folder(state, open.id).is_dir();
        let failure = match open.state {
            MoveInState::Trying => DRY_RUN,
            MoveInState::Moving => IMPORT,
            _ => &*open.failure,
        };
        if open.state.is_running() || open.state == MoveInState::Receiving {
            store::set_outcome(&mut tx, open.id, None, failure).await?;
            store::set_state(&mut tx, open.id, &[open.state], MoveInState::Failed, now).await?;
        }
        if has_files {
            kept = Some(open.id);
        } else {
            // As in a site that was restored from a backup.
            discard_in(&mut tx, open.id, now).await?;
        }
    }
    tx.commit().await?;
    folder::remove_all_but(state, kept).await;
    Ok(())
}

/// Ends an import that nobody has taken a step further for a day.
///
/// # Errors
/// Those of the database.
pub async fn delete_abandoned(state: &AppState) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    match store::open(state.db.reader()).await? {
        Some(open) if open.changed_at + DAY < now => super::discard(state, open.id).await,
        _ => Ok(()),
    }
}
