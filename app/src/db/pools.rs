//! Connection pools.
//!
//! `SQLite` allows one writer at a time, so writes go through a pool of one connection and wait for each other there
//! instead of failing with "busy"; readers see the last committed state and never wait
//! (`docs/decisions/0006-one-writer.md`).

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::Connection as _;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use tokio::sync::watch;

use super::migrations::{MigrateError, migrate};
use super::swedish_order::{COLLATION, swedish_order};
use super::transaction::WriteTransaction;

const READERS: u32 = 4;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pub(super) write: SqlitePool,
    pub(super) read: SqlitePool,
    pub(super) generation: Arc<AtomicU64>,
    pub(super) commits: watch::Sender<()>,
}

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file cannot be opened, read or written.
    #[error("databasen {path} kan inte öppnas: {cause}")]
    File {
        /// Path of the file.
        path: String,
        /// Error of `SQLite`.
        cause: sqlx::Error,
    },
    /// The file's schema cannot be brought to the one that this binary uses.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
}

impl Db {
    /// Opens or creates the database file and brings its schema up to date.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open(file: &Path) -> Result<Self, OpenError> {
        let failed = |cause| OpenError::File { path: file.display().to_string(), cause };
        let options = SqliteConnectOptions::new()
            .filename(file)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .journal_mode(SqliteJournalMode::Wal)
            // A save that was answered must survive a power cut.
            .synchronous(SqliteSynchronous::Full)
            .collation(COLLATION, swedish_order)
            .pragma("temp_store", "memory")
            .pragma("mmap_size", "268435456")
            .pragma("journal_size_limit", "67108864")
            // What is deleted is written over: it may be somebody's story.
            .pragma("secure_delete", "on");
        let write = lasting(1)
            .after_release(|connection, _| Box::pin(is_reusable(connection)))
            .connect_with(options.clone().create_if_missing(true))
            .await
            .map_err(failed)?;
        migrate(&write, file).await?;
        let read = lasting(READERS).connect_with(options.read_only(true)).await.map_err(failed)?;
        Ok(Self { write, read, generation: Arc::default(), commits: watch::Sender::default() })
    }

    /// Opens a database that exists, without changing anything: its schema stays as it is, and every write is refused.
    /// Another process may be using it.
    ///
    /// # Errors
    /// [`OpenError::File`].
    pub async fn open_read_only(file: &Path) -> Result<Self, OpenError> {
        // Without `mmap_size`: reading beyond the end of a file that was cut off would end the process.
        let options = SqliteConnectOptions::new()
            .filename(file)
            .read_only(true)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .collation(COLLATION, swedish_order)
            .pragma("temp_store", "memory")
            .pragma("cell_size_check", "on");
        let read = SqlitePoolOptions::new()
            .max_connections(READERS)
            .connect_with(options)
            .await
            .map_err(|cause| OpenError::File { path: file.display().to_string(), cause })?;
        Ok(Self { write: read.clone(), read, generation: Arc::default(), commits: watch::Sender::default() })
    }

    /// Returns the read-only pool, which sees what is committed.
    pub const fn reader(&self) -> &SqlitePool {
        &self.read
    }

    /// Starts a transaction that changes what readers see. Committing it invalidates every cached page.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn write_content(&self) -> Result<WriteTransaction, sqlx::Error> {
        let inner = self.write.begin_with("begin immediate").await?;
        Ok(WriteTransaction {
            inner,
            generation: Some(self.generation.clone()),
            commits: self.commits.clone(),
        })
    }

    /// Starts a transaction that changes nothing that readers of the site see, such as a log-in.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn write_quietly(&self) -> Result<WriteTransaction, sqlx::Error> {
        let inner = self.write.begin_with("begin immediate").await?;
        Ok(WriteTransaction { inner, generation: None, commits: self.commits.clone() })
    }

    /// Writes the header of the database to the disk as it is, to learn whether anything can be written.
    ///
    /// # Errors
    /// Those of the database, such as a full disk.
    pub async fn probe(&self) -> Result<(), sqlx::Error> {
        let mut writer = self.write_quietly().await?;
        // Nothing else uses this number, and setting it always writes the page that holds it.
        sqlx::query("pragma user_version = 0").execute(&mut *writer).await?;
        writer.commit().await
    }

    /// Returns how many bytes the database takes, without its log.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn bytes(&self) -> Result<i64, sqlx::Error> {
        sqlx::query_scalar("select page_count * page_size from pragma_page_count, pragma_page_size")
            .fetch_one(&self.read)
            .await
    }

    /// Returns the generation of the content, which grows with every commit of [`write_content`](Self::write_content).
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Raises the generation when another process has written to the database since the last call, as `guldkorn import` does
    /// beside a server. Only the one writer's connection can tell: this process's own commits are made on it.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn notice_other_writers(&self, known: &mut Option<i64>) -> Result<bool, sqlx::Error> {
        let version: i64 = sqlx::query_scalar("pragma data_version").fetch_one(&self.write).await?;
        let has_changed = known.replace(version).is_some_and(|before| before != version);
        if has_changed {
            self.generation.fetch_add(1, Ordering::AcqRel);
            self.commits.send_replace(());
        }
        Ok(has_changed)
    }

    /// Returns a receiver that is woken by every committed transaction of this process.
    pub fn commits(&self) -> watch::Receiver<()> {
        self.commits.subscribe()
    }

    /// Closes all connections, which checkpoints the write-ahead log into the file.
    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

/// Returns a pool that opens all its connections at once and keeps them: a server that may open no more files, for the
/// crowd of connections it has, must still be able to read.
pub(super) fn lasting(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .min_connections(connections)
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
}

/// Returns whether the writer's connection can take another transaction. When `SQLite` has rolled back by itself (the
/// disk is full, or fails), sqlx's own rollback fails and its count of open transactions stays: such a connection is
/// closed, and the pool opens another.
async fn is_reusable(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // Waits for the rollback of a dropped transaction, which is queued on the connection's thread.
    connection.ping().await?;
    let is_reusable = !connection.is_in_transaction();
    if !is_reusable {
        tracing::warn!("a transaction could not be ended: the writer's connection is replaced");
    }
    Ok(is_reusable)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    /// Writes about a million bytes in one row.
    async fn write_much(db: &Db, slug: &str) -> Result<(), sqlx::Error> {
        let mut writer = db.write_content().await?;
        sqlx::query("insert into tags (slug, name) values ($1, $1 || hex(zeroblob(500000)))")
            .bind(slug)
            .execute(&mut *writer)
            .await?;
        writer.commit().await
    }

    #[tokio::test]
    async fn the_writer_is_back_after_a_full_disk() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        // As full as a disk can be: not one more page. The limit is the connection's own.
        sqlx::query("pragma max_page_count = 1").execute(&mut *writer).await.unwrap();
        writer.commit().await.unwrap();
        let refused = write_much(&db, "ett").await.unwrap_err();
        let code = refused.as_database_error().and_then(|error| error.code().map(Cow::into_owned));
        assert_eq!(code.as_deref(), Some("13"), "SQLITE_FULL: {refused}");
        write_much(&db, "tva").await.unwrap();
        let slugs: Vec<String> =
            sqlx::query_scalar("select slug from tags").fetch_all(db.reader()).await.unwrap();
        assert_eq!(slugs, ["tva"]);
    }

    #[tokio::test]
    async fn every_connection_is_open_from_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        assert_eq!((db.read.size(), db.write.size()), (READERS, 1));
    }

    #[tokio::test]
    async fn what_another_process_writes_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guldkorn.db");
        let (db, other) = (Db::open(&file).await.unwrap(), Db::open(&file).await.unwrap());
        let mut known = None;
        assert!(!db.notice_other_writers(&mut known).await.unwrap());
        write_much(&db, "ett").await.unwrap();
        let generation = db.generation();
        assert!(!db.notice_other_writers(&mut known).await.unwrap(), "its own commit is known already");
        write_much(&other, "tva").await.unwrap();
        assert!(db.notice_other_writers(&mut known).await.unwrap());
        assert_eq!(db.generation(), generation + 1);
        assert!(!db.notice_other_writers(&mut known).await.unwrap());
    }

    #[tokio::test]
    async fn a_dropped_transaction_costs_no_connection() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_content().await.unwrap();
        sqlx::query("create temporary table here (id integer)").execute(&mut *writer).await.unwrap();
        writer.commit().await.unwrap();
        drop(db.write_content().await.unwrap());
        let mut writer = db.write_content().await.unwrap();
        assert!(
            sqlx::query("select id from here").execute(&mut *writer).await.is_ok(),
            "the same connection"
        );
    }
}
