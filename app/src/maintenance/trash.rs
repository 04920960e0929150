//! Texts that have lain in the trash long enough.

use crate::posts::trash;
use crate::state::AppState;

/// Deletes them, a few per transaction.
pub(super) async fn empty(state: &AppState) -> Result<(), sqlx::Error> {
    loop {
        // No reader notices: a text in the trash is public nowhere, and its address stays gone.
        let mut tx = state.db.write_quietly().await?;
        let deleted = trash::empty_trash(&mut tx, state.clock.now_millis()).await?;
        tx.commit().await?;
        if deleted == 0 {
            return Ok(());
        }
    }
}
