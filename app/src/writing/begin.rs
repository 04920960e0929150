//! Beginning a text.

use super::Manuscript;
use super::store::texts;
use crate::blog::PostKind;
use crate::error::AppError;
use crate::journal::{self, Deed, Subject};
use crate::staff::Staff;
use crate::state::AppState;

/// Begins a text of which nothing is written but how it is to be told, and tells its number.
///
/// # Errors
/// When the database refuses.
pub async fn begin(state: &AppState, by: &Staff, kind: PostKind, text: &Manuscript) -> Result<i64, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let post = texts::begin(&mut tx, kind, text, by.id, now).await?;
    journal::note(&mut tx, by, Deed::Begun, Subject::Post(post), now).await?;
    tx.commit().await?;
    Ok(post)
}
