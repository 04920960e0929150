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

#[cfg(test)]
mod tests {
    use crate::db::Db;

    /// Or SQLite 3.40 takes other columns of such a table for NULL when an operator checks the database with it.
    #[tokio::test]
    async fn tables_without_rowid_declare_the_columns_of_their_key_first() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let columns: Vec<(String, i64, i64)> = sqlx::query_as(
            "select t.name, c.cid + 1, c.pk from pragma_table_list t join pragma_table_info(t.name) c
            where t.schema = 'main' and t.type = 'table' and t.wr and c.pk > 0",
        )
        .fetch_all(db.reader())
        .await
        .unwrap();
        assert!(columns.len() > 10, "{columns:?}");
        for (table, place, place_in_key) in columns {
            assert_eq!(place, place_in_key, "{table}");
        }
    }
}
