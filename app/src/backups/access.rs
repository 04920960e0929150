//! What a restored site forgets: who was logged in, and which secret links are out.
//!
//! Between the backup and its restoration somebody may have logged out everywhere, or taken back a link to a text. A
//! restored site must not open to them again (`docs/decisions/0016-backups-are-whole-and-restored-sites-ask-again.md`).
//! Accounts and passwords stay, and what somebody has typed and not saved.

use crate::db::Db;
use crate::preview::review_links;
use crate::staff;

/// Ends all sessions, all links for choosing a password, and all links by which outsiders read a text.
///
/// # Errors
/// Those of the database.
pub async fn end_all_access(db: &Db) -> Result<(), sqlx::Error> {
    let mut tx = db.write_quietly().await?;
    staff::end_all_access(&mut tx).await?;
    review_links::store::end_all(&mut tx).await?;
    tx.commit().await
}
