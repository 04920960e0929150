//! The site that is checked.

use std::io;

use app::db::{Db, OpenError};

use crate::data_folder::DataFolder;

/// A site whose database can be read.
pub(super) struct Site {
    pub(super) folder: DataFolder,
    /// The database, opened so that nothing can be written.
    pub(super) db: Db,
    /// Whether a server is using the folder.
    pub(super) is_running: bool,
}

/// Why a check could not be made.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    #[error(transparent)]
    Disk(#[from] io::Error),
}

impl Site {
    /// Opens the database for reading.
    pub(super) async fn open(folder: &DataFolder, is_running: bool) -> Result<Self, OpenError> {
        let db = Db::open_read_only(&folder.database()).await?;
        Ok(Self { folder: folder.clone(), db, is_running })
    }
}
