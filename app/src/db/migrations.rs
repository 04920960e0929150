//! The numbered SQL files of `app/migrations`, embedded in the binary, and how a database gets those that it lacks.
//!
//! All that are missing are applied in one transaction: an update that fails leaves the database as it was. Before it
//! begins, an existing database is copied into a file beside it, which stays until the next update: what an update did on
//! purpose cannot be rolled back otherwise.

use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::file_copy::copy_to_file;
use crate::temporary_file::TemporaryFile;

pub(super) static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// Name of the copy from before the last update.
pub const COPY_BEFORE_UPDATE: &str = "guldkorn-innan-uppdatering.db";

/// Why a database's schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A newer binary has applied a migration that this one does not know; its number.
    #[error(
        "databasen är nyare än programmet (steg {0}): kör en nyare version av guldkorn, eller lägg tillbaka en \
        säkerhetskopia från före uppdateringen"
    )]
    Newer(i64),
    /// The copy beside the database could not be made.
    #[error(
        "databasen kunde inte kopieras innan den uppdateras ({0}): gör plats på disken och starta igen. Ingenting är ändrat"
    )]
    Copy(Box<dyn std::error::Error + Send + Sync>),
    /// A migration failed.
    #[error("databasen kunde inte uppdateras: {0}. Den är som den var")]
    Failed(#[from] sqlx::migrate::MigrateError),
}

impl From<sqlx::Error> for MigrateError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Returns the number of the newest migration that this binary knows.
pub fn newest_schema() -> i64 {
    MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// Returns the number of a database's newest migration; `None` for one without any.
pub(super) async fn newest_applied(connection: &mut SqliteConnection) -> Result<Option<i64>, sqlx::Error> {
    let has_table = "select exists (select 1 from sqlite_schema where name = '_sqlx_migrations')";
    if !sqlx::query_scalar::<_, bool>(has_table).fetch_one(&mut *connection).await? {
        return Ok(None);
    }
    sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(connection).await
}

/// Applies the migrations that a database lacks, all or none.
pub(super) async fn migrate(pool: &SqlitePool, file: &Path) -> Result<(), MigrateError> {
    migrate_with(&MIGRATOR, pool, file).await
}

async fn migrate_with(migrator: &Migrator, pool: &SqlitePool, file: &Path) -> Result<(), MigrateError> {
    // From here nobody else writes, so that the copy is what the update begins with.
    let mut tx = pool.begin_with("begin immediate").await?;
    let newest = migrator.iter().map(|migration| migration.version).max().unwrap_or_default();
    match newest_applied(&mut tx).await? {
        Some(applied) if applied > newest => return Err(MigrateError::Newer(applied)),
        Some(applied) if applied < newest => copy_before_update(file).await?,
        _ => {}
    }
    migrator.run(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

async fn copy_before_update(database: &Path) -> Result<(), MigrateError> {
    let target = database.with_file_name(COPY_BEFORE_UPDATE);
    let (copy, _) = TemporaryFile::beside(&target, "db").map_err(|error| MigrateError::Copy(error.into()))?;
    copy_to_file(database, copy.path()).await.map_err(|error| MigrateError::Copy(error.into()))?;
    copy.keep_as(&target).map_err(|error| MigrateError::Copy(error.into()))?;
    tracing::info!("Databasen uppdateras. Som den var finns den i {}", target.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::fs;

    use sqlx::migrate::{Migration, MigrationType};
    use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions};

    use super::*;
    use crate::db::{Db, FileCopy};

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

    async fn pool(file: &Path) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(true).foreign_keys(true);
        let options = options.journal_mode(SqliteJournalMode::Wal);
        SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
    }

    /// Returns the migrations up to a number, and more.
    fn up_to(version: i64, more: &[Migration]) -> Migrator {
        let migrations = MIGRATOR.iter().filter(|migration| migration.version <= version).cloned();
        Migrator { migrations: migrations.chain(more.iter().cloned()).collect(), ..Migrator::DEFAULT }
    }

    fn migration(version: i64, sql: &'static str) -> Migration {
        let sql = sqlx::SqlStr::from_static(sql);
        Migration::new(version, Cow::Borrowed("test"), MigrationType::Simple, sql, false)
    }

    async fn tables(pool: &SqlitePool, name: &str) -> i64 {
        let count = sqlx::query_scalar("select count(*) from sqlite_schema where name = $1").bind(name);
        count.fetch_one(pool).await.unwrap()
    }

    #[tokio::test]
    async fn an_update_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guldkorn.db");
        let pool = pool(&file).await;
        migrate_with(&up_to(30, &[]), &pool, &file).await.unwrap();
        assert!(!folder.path().join(COPY_BEFORE_UPDATE).exists(), "a new database is not copied");
        let broken =
            up_to(38, &[migration(900, "create table bra (id integer)"), migration(901, "create nonsense")]);
        let failed = migrate_with(&broken, &pool, &file).await.unwrap_err();
        assert!(matches!(failed, MigrateError::Failed(_)), "{failed}");
        assert_eq!((tables(&pool, "bra").await, tables(&pool, "documents").await), (0, 0));
        let mut connection = pool.acquire().await.unwrap();
        assert_eq!(newest_applied(&mut connection).await.unwrap(), Some(30));
    }

    #[tokio::test]
    async fn a_database_of_every_version_is_updated_and_kept_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join(COPY_BEFORE_UPDATE);
        for version in MIGRATOR.iter().map(|migration| migration.version).filter(|version| *version > 1) {
            let before = version - 1;
            let file = folder.path().join(format!("{version}.db"));
            let old = pool(&file).await;
            migrate_with(&up_to(before, &[]), &old, &file).await.unwrap();
            let applied = newest_applied(&mut old.acquire().await.unwrap()).await.unwrap();
            old.close().await;
            Db::open(&file).await.unwrap().close().await;
            let mut kept = FileCopy::open(&copy).await.unwrap();
            assert_eq!(kept.schema().await.unwrap(), applied, "{version}");
            assert_eq!(kept.faults().await.unwrap(), [""; 0]);
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let changed = fs::metadata(&copy).unwrap().modified().unwrap();
        Db::open(&folder.path().join("38.db")).await.unwrap().close().await;
        assert_eq!(fs::metadata(&copy).unwrap().modified().unwrap(), changed, "nothing was missing");
    }

    #[tokio::test]
    async fn without_a_copy_there_is_no_update() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guldkorn.db");
        let old = pool(&file).await;
        migrate_with(&up_to(30, &[]), &old, &file).await.unwrap();
        fs::create_dir(folder.path().join(COPY_BEFORE_UPDATE)).unwrap();
        let refused = migrate(&old, &file).await.unwrap_err();
        assert!(matches!(refused, MigrateError::Copy(_)), "{refused}");
        assert_eq!(newest_applied(&mut old.acquire().await.unwrap()).await.unwrap(), Some(30));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "no half copy");
    }

    #[tokio::test]
    async fn a_newer_database_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guldkorn.db");
        let pool = pool(&file).await;
        migrate_with(&up_to(900, &[migration(900, "create table bra (id integer)")]), &pool, &file)
            .await
            .unwrap();
        assert!(matches!(migrate(&pool, &file).await, Err(MigrateError::Newer(900))));
        assert!(!folder.path().join(COPY_BEFORE_UPDATE).exists());
    }
}
