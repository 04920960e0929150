//! How much a connection has written.

use sqlx::sqlite::SqliteConnection;

/// Returns how many rows a connection has changed since it was opened, those of triggers among them.
///
/// # Errors
/// Those of the database.
pub(crate) async fn total_changes(connection: &mut SqliteConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("select total_changes()").fetch_one(connection).await
}
