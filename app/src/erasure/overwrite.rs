//! Writing over what was erased, in the bytes of the database.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;

use super::{files, store};
use crate::error::AppError;
use crate::state::AppState;

/// How often it is tried at once; after that the hourly maintenance tries again.
const TRIES: u32 = 20;
/// How long a reader that holds the log is waited for, each time.
const PAUSE: Duration = Duration::from_secs(15);

/// Held by whoever writes over the database, so that two do not at the same time.
#[derive(Clone, Default)]
struct Turn(Arc<Mutex<()>>);

/// Writes over what was erased, if that has not been done. Returns whether nothing is left of any erasure.
///
/// # Errors
/// Those of the database.
pub async fn overwrite(state: &AppState) -> Result<bool, AppError> {
    let turn = state.extensions.get::<Turn>();
    let _turn = turn.0.lock().await;
    let Some(last) = store::last_to_overwrite(state.db.reader()).await? else { return Ok(true) };
    if !state.db.overwrite_deleted().await? {
        return Ok(false);
    }
    if let Err(error) = files::remove_copy(&state.media_folder) {
        tracing::error!(%error, "the copy of the database from before the last update could not be removed");
        return Ok(false);
    }
    let mut tx = state.db.write_quietly().await?;
    store::set_overwritten(&mut tx, last, state.clock.now_millis()).await?;
    tx.commit().await?;
    Ok(true)
}

/// Tries it until no reader is in its way, for some minutes.
pub(super) async fn until_done(state: AppState) {
    for _ in 0..TRIES {
        match overwrite(&state).await {
            Ok(true) => return,
            Ok(false) => {}
            Err(error) => {
                tracing::error!(%error, "what was erased could not be written over; maintenance tries again");
                return;
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
    tracing::warn!("what was erased could not be written over: somebody reads the database all the time");
}
