//! A copy of the database, in memory.

use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};

use super::Db;
use super::pools::lasting;
use super::swedish_order::{COLLATION, swedish_order};

/// The bytes of a database file that hold its write and read versions (<https://sqlite.org/fileformat.html>), and the
/// version without a write-ahead log, which a database in memory cannot have.
const FORMAT_VERSIONS: std::ops::Range<usize> = 18..20;
const WITHOUT_LOG: u8 = 1;

impl Db {
    /// Copies all that is committed right now. The copy never touches the disk, nobody but its holder can reach it,
    /// and what is written there changes nothing here. It is gone when it is closed or dropped.
    ///
    /// It has one connection, for readers and writers alike: no transaction may wait for a reader.
    ///
    /// # Errors
    /// Those of the database, which may not fit into memory.
    pub async fn copy(&self) -> Result<Self, sqlx::Error> {
        let mut bytes = self.read.acquire().await?.serialize(None).await?;
        if let Some(versions) = bytes.get_mut(FORMAT_VERSIONS) {
            versions.fill(WITHOUT_LOG);
        }
        let options = SqliteConnectOptions::new()
            .filename(":memory:")
            .create_if_missing(true)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Off)
            .collation(COLLATION, swedish_order)
            .pragma("temp_store", "memory");
        // A second connection would find an empty database.
        let pool = lasting(1).connect_with(options).await?;
        pool.acquire().await?.deserialize(None, bytes, false).await?;
        Ok(Self {
            write: pool.clone(),
            read: pool,
            generation: std::sync::Arc::default(),
            commits: tokio::sync::watch::Sender::default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::db::Db;
    use crate::db::testing::add_tag;

    async fn names(db: &Db) -> Vec<String> {
        sqlx::query_scalar("select name from tags order by id").fetch_all(db.reader()).await.unwrap()
    }

    #[tokio::test]
    async fn a_copy_has_all_and_changes_nothing_but_itself() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        add_tag(&db, "ett").await;
        let generation = db.generation();
        let (one, other) = (db.copy().await.unwrap(), db.copy().await.unwrap());
        add_tag(&one, "i-ena").await;
        add_tag(&other, "i-andra").await;
        add_tag(&db, "tva").await;
        assert_eq!(names(&one).await, ["ett", "i-ena"]);
        assert_eq!(names(&other).await, ["ett", "i-andra"]);
        assert_eq!(names(&db).await, ["ett", "tva"]);
        assert_eq!(db.generation(), generation + 1);
        one.close().await;
        assert!(sqlx::query("select 1").execute(one.reader()).await.is_err(), "it is gone");
        let files = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 3, "the database, its log and the log's index");
    }

    #[tokio::test]
    async fn a_copy_holds_while_more_than_one_reader_asks() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        add_tag(&db, "ett").await;
        let copy = db.copy().await.unwrap();
        let many = (0..20).map(|_| {
            let copy = copy.clone();
            tokio::spawn(async move { names(&copy).await })
        });
        for one in many.collect::<Vec<_>>() {
            assert_eq!(one.await.unwrap(), ["ett"]);
        }
    }
}
