//! How the backups went that the server makes by itself.

use super::store;
use crate::error::AppError;
use crate::state::AppState;
use crate::time::UnixMillis;

/// How the backups went that the server makes by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct BackupStatus {
    /// When the last one that succeeded was begun.
    pub succeeded_at: Option<UnixMillis>,
    /// Since when they have failed; none while the last one succeeded.
    pub failing_since: Option<UnixMillis>,
    /// Why, as a sentence.
    pub failure: Option<String>,
    /// When the admins got a letter about it.
    pub notified_at: Option<UnixMillis>,
}

/// Records that a backup succeeded, which ends a failure.
///
/// # Errors
/// Those of the database.
pub async fn record_success(state: &AppState, begun_at: UnixMillis) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    let status = BackupStatus { succeeded_at: Some(begun_at), ..BackupStatus::default() };
    store::set_status(&mut tx, &status).await?;
    Ok(tx.commit().await?)
}

/// Records that a backup failed, and why.
///
/// # Errors
/// Those of the database.
pub async fn record_failure(state: &AppState, at: UnixMillis, failure: &str) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    let before = store::status_in(&mut tx).await?;
    let failing_since = Some(before.failing_since.unwrap_or(at));
    let status = BackupStatus { failing_since, failure: Some(failure.to_owned()), ..before };
    store::set_status(&mut tx, &status).await?;
    Ok(tx.commit().await?)
}
