//! Deleting what has expired, and what a site forgets when it is restored from a backup.

use sqlx::sqlite::SqliteConnection;

use super::session::Limits;
use super::{session, store, throttle};
use crate::time::UnixMillis;

/// Deletes sessions, also those that ended long ago, password links and flashes that have expired, and the networks and failures of log-ins that are no
/// longer remembered.
pub(crate) async fn delete_expired(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    store::sessions::delete_expired(writer, Limits::at(now)).await?;
    store::sessions::forget_ended(writer, session::remembered_since(now)).await?;
    store::links::delete_expired(writer, now).await?;
    store::flashes::delete_expired(writer, now).await?;
    throttle::forget(writer, now).await
}

/// Ends all sessions and all links for choosing a password, also the one to the first account.
pub(crate) async fn end_all_access(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    store::sessions::end_all(writer).await?;
    store::links::end_all(writer).await?;
    store::first_link::delete(writer).await
}
