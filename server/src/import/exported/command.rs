//! Takes an export back as `guldkorn import` does it.

use std::io;
use std::sync::Arc;

use app::import::{ImportError, Report};
use app::state::AppState;
use app::take_back::{Options, run};

use super::verified::VerifiedExport;
use crate::data_folder::DataFolder;
use crate::import::FOLDER;
use crate::temporary_folder::TemporaryFolder;

/// Why an export was not taken back.
#[derive(Debug, thiserror::Error)]
pub enum TakeBackError {
    /// The data folder cannot be written.
    #[error("datamappen kan inte skrivas ({0}): kontrollera att disken har plats och att du får skriva där")]
    Folder(#[from] io::Error),
    /// The export is refused, or the database cannot be used.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// Takes an export back, or finds out what that would do.
pub(in crate::import) async fn take_back(
    state: &AppState,
    export: VerifiedExport,
    folder: &DataFolder,
    (is_dry_run, takes_settings): (bool, bool),
) -> Result<Report, TakeBackError> {
    let temporary = TemporaryFolder::within(folder.path(), FOLDER)?;
    let options = Options { is_dry_run, takes_settings, folder: temporary.path().to_owned() };
    let manifest = export.manifest.clone();
    // It holds a post with all that it says while that is written.
    Ok(Box::pin(run(state, Arc::new(export), manifest, options)).await?)
}
