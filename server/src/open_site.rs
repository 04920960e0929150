//! What commands begin with: a data folder, its database, and threads to work on.

use std::io;
use std::path::Path;

use app::db::{Db, OpenError};
use tokio::runtime::Runtime;

use crate::data_folder::{DataFolder, DataFolderError};
use crate::start_time::InvalidStartTime;

/// Why a command could not begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There is no site in the data folder, or it cannot be used.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// `--at` is not a time.
    #[error(transparent)]
    Time(#[from] InvalidStartTime),
    /// The operating system refused threads.
    #[error("programmet kunde inte starta: {0}")]
    Runtime(io::Error),
}

impl StartError {
    /// Returns whether the command is wrong whatever the database holds.
    pub(crate) const fn is_usage_error(&self) -> bool {
        matches!(self, Self::Time(_))
    }
}

/// Runs a command's work to its end.
pub(crate) fn block_on<T, E: From<StartError>>(work: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    Runtime::new().map_err(StartError::Runtime)?.block_on(work)
}

/// Opens the site in a data folder, which is made where it is missing, and closes it after the work.
pub(crate) fn with_site<T, E: From<StartError>>(
    data: &Path,
    work: impl AsyncFnOnce(&DataFolder, &Db) -> Result<T, E>,
) -> Result<T, E> {
    let folder = DataFolder::prepare(data).map_err(StartError::from)?;
    block_on(async {
        let db = Db::open(&folder.database()).await.map_err(StartError::from)?;
        folder.log_warnings();
        let result = work(&folder, &db).await;
        db.close().await;
        result
    })
}
