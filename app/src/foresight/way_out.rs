//! The link that ends the letters. It is in each of them, needs no log-in, and does nothing else.

use super::store::{self, Recipient};
use crate::error::AppError;
use crate::paths;
use crate::site::PublicIds;
use crate::state::AppState;

/// Whether a link ends anybody's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It ends somebody's letters.
    Yes,
    /// The letters have ended, or other ones were chosen, or it never was a link.
    No,
}

/// Returns the path of the page that ends somebody's letters. Its secret is derived from the site's key, so that every letter
/// has the same and none is stored.
pub(super) async fn path(state: &AppState, recipient: &Recipient) -> Result<String, AppError> {
    Ok(paths::end_letters(&code(&PublicIds::load(state).await?, recipient)))
}

fn code(ids: &PublicIds, recipient: &Recipient) -> String {
    ids.uuid(&format!("letters/{}/{}", recipient.staff, recipient.chosen_at.0))
}

async fn find(state: &AppState, typed: &str) -> Result<Option<Recipient>, AppError> {
    let ids = PublicIds::load(state).await?;
    let recipients = store::recipients(state.db.reader()).await?;
    Ok(recipients.into_iter().find(|recipient| code(&ids, recipient) == typed))
}

/// Returns whether a link ends anybody's letters, and ends nothing: scanners of mail follow links.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_known(state: &AppState, code: &str) -> Result<Known, AppError> {
    Ok(if find(state, code).await?.is_some() { Known::Yes } else { Known::No })
}

/// Ends the letters of whoever got a link.
///
/// # Errors
/// When the database cannot be written.
pub async fn end(state: &AppState, code: &str) -> Result<Known, AppError> {
    let Some(recipient) = find(state, code).await? else { return Ok(Known::No) };
    let mut tx = state.db.write_quietly().await?;
    store::forget(&mut tx, recipient.staff).await?;
    tx.commit().await?;
    Ok(Known::Yes)
}
