//! How the schema of a database compares with the one that this binary was built with.

use sqlx::SqlitePool;

use super::migrations::MIGRATOR;

/// What the migrations in a database say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// The schema is the one that this binary uses.
    Current,
    /// The database is no site of this program: it has no list of migrations.
    None,
    /// Migrations are missing, which the next start applies: the last one in the database, and the last one of the
    /// binary.
    Older(i64, i64),
    /// A newer binary has applied a migration that this one does not know; its number.
    Newer(i64),
    /// A migration was not applied to its end, or is another one than the binary's; its number.
    Different(i64),
}

/// Compares the migrations in a database with those of the binary.
///
/// # Errors
/// When the database cannot be read.
pub async fn schema_state(reader: &SqlitePool) -> Result<SchemaState, sqlx::Error> {
    let has_list: bool =
        sqlx::query_scalar("select exists (select 1 from sqlite_schema where name = '_sqlx_migrations')")
            .fetch_one(reader)
            .await?;
    if !has_list {
        return Ok(SchemaState::None);
    }
    let applied: Vec<(i64, bool, Vec<u8>)> =
        sqlx::query_as("select version, success, checksum from _sqlx_migrations order by version")
            .fetch_all(reader)
            .await?;
    let mut known = MIGRATOR.iter().map(|migration| (migration.version, &*migration.checksum));
    for (version, success, checksum) in &applied {
        match known.next() {
            None => return Ok(SchemaState::Newer(*version)),
            Some(migration) if migration == (*version, checksum.as_slice()) && *success => {}
            Some(_) => return Ok(SchemaState::Different(*version)),
        }
    }
    let last = applied.last().map_or(0, |(version, ..)| *version);
    Ok(known.next_back().map_or(SchemaState::Current, |(newest, _)| SchemaState::Older(last, newest)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    #[tokio::test]
    async fn every_state_is_told_from_the_others() {
        let newest = MIGRATOR.iter().next_back().unwrap().version;
        for (change, state) in [
            ("select 1", SchemaState::Current),
            (
                "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                 values (9999, 'from the future', 1, x'00', 0)",
                SchemaState::Newer(9999),
            ),
            ("update _sqlx_migrations set success = 0 where version = 3", SchemaState::Different(3)),
            ("update _sqlx_migrations set checksum = x'00' where version = 2", SchemaState::Different(2)),
            ("delete from _sqlx_migrations where version > 4", SchemaState::Older(4, newest)),
            ("drop table _sqlx_migrations", SchemaState::None),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
            let mut writer = db.write_quietly().await.unwrap();
            sqlx::query(change).execute(&mut *writer).await.unwrap();
            writer.commit().await.unwrap();
            assert_eq!(schema_state(db.reader()).await.unwrap(), state, "{change}");
        }
    }

    #[tokio::test]
    async fn a_database_that_is_only_read_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guldkorn.db");
        assert!(Db::open_read_only(&file).await.is_err() && !file.exists(), "nothing is made");
        Db::open(&file).await.unwrap().close().await;
        let before = std::fs::read(&file).unwrap();
        let db = Db::open_read_only(&file).await.unwrap();
        assert_eq!(schema_state(db.reader()).await.unwrap(), SchemaState::Current);
        let written = async {
            let mut writer = db.write_quietly().await?;
            sqlx::query("insert into tags (slug, name) values ('a', 'a')").execute(&mut *writer).await?;
            writer.commit().await
        };
        assert!(written.await.is_err(), "it cannot be written");
        db.close().await;
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }
}
