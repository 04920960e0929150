//! Write transactions.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::sqlite::SqliteConnection;
use sqlx::{Sqlite, Transaction};
use tokio::sync::watch;

/// An open write transaction. It is rolled back when it is dropped without [`commit`](Self::commit).
pub struct WriteTransaction {
    pub(super) inner: Transaction<'static, Sqlite>,
    /// Raised by the commit, when readers see the change.
    pub(super) generation: Option<Arc<AtomicU64>>,
    pub(super) commits: watch::Sender<()>,
}

impl WriteTransaction {
    /// Commits. When this returns, the change is on the disk and survives a power cut.
    ///
    /// # Errors
    /// Those of the database; then nothing was changed.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.commit_with(true).await
    }

    /// Commits what turned out to change nothing that readers see: no cached page becomes invalid.
    ///
    /// # Errors
    /// Those of the database; then nothing was changed.
    pub async fn commit_quietly(self) -> Result<(), sqlx::Error> {
        self.commit_with(false).await
    }

    async fn commit_with(self, changes_content: bool) -> Result<(), sqlx::Error> {
        self.inner.commit().await?;
        if let Some(generation) = self.generation.filter(|_| changes_content) {
            generation.fetch_add(1, Ordering::AcqRel);
        }
        self.commits.send_replace(());
        Ok(())
    }
}

impl Deref for WriteTransaction {
    type Target = SqliteConnection;

    fn deref(&self) -> &Self::Target {
        &self.inner
    }
}

impl DerefMut for WriteTransaction {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.inner
    }
}
