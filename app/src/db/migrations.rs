//! The numbered SQL files of `app/migrations`, embedded in the binary.

use sqlx::SqlitePool;
use sqlx::migrate::Migrator;

static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// Why a database's schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A newer binary has applied a migration that this one does not know; its number.
    #[error("databasen är nyare än programmet (steg {0}): kör en nyare version av guldkorn")]
    Newer(i64),
    /// A migration failed.
    #[error("databasen kunde inte uppdateras: {0}")]
    Failed(sqlx::migrate::MigrateError),
}

/// Applies the migrations that are missing.
pub(super) async fn migrate(pool: &SqlitePool) -> Result<(), MigrateError> {
    MIGRATOR.run(pool).await.map_err(|error| match error {
        sqlx::migrate::MigrateError::VersionMissing(version) => MigrateError::Newer(version),
        other => MigrateError::Failed(other),
    })
}
