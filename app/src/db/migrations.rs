//! The numbered SQL files of `app/migrations`, embedded in the binary.

use sqlx::SqlitePool;
use sqlx::migrate::Migrator;

static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// Why a database could not be brought to the shape that this binary knows.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A newer binary has been here.
    #[error("databasen är nyare än programmet (steg {0}): kör en nyare version av guldkorn")]
    Newer(i64),
    /// A migration did not go through.
    #[error("databasen kunde inte uppdateras: {0}")]
    Failed(sqlx::migrate::MigrateError),
}

/// Brings the database to the newest shape.
///
/// # Errors
/// See [`MigrateError`].
pub(super) async fn migrate(pool: &SqlitePool) -> Result<(), MigrateError> {
    MIGRATOR.run(pool).await.map_err(|error| match error {
        sqlx::migrate::MigrateError::VersionMissing(version) => MigrateError::Newer(version),
        other => MigrateError::Failed(other),
    })
}
