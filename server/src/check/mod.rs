//! `guldkorn check`: whether database and media are whole and fit each other, and with `--repair` makes again what can be
//! derived from something else.
//!
//! Each check is a file of this folder (`subject` lists them) with the words; the rules and the SQL are in the rooms of
//! `app` that own the data. Nothing is written without `--repair`.

mod database;
mod derived;
mod disk_space;
mod documents;
mod finding;
mod look;
mod media_folder;
mod openings;
pub mod options;
mod permissions;
mod pictures;
mod recordings;
mod redirects;
mod rendering;
mod repair;
mod report;
mod search_index;
mod settings;
mod site;
mod subject;

pub(crate) use disk_space::{RESERVE, free_bytes};
pub use finding::{Finding, Remedy};
pub use report::Report;
pub use subject::Check;

use std::path::Path;
use std::process::ExitCode;

use self::options::CheckOptions;
use crate::data_folder::{DataFolder, DataFolderError};
use crate::open_site::{StartError, block_on};

/// Checks a site, prints the report, and returns 0 when all is well and otherwise 1.
///
/// # Errors
/// [`StartError`] when there is no site in the folder.
pub fn run(options: &CheckOptions) -> Result<ExitCode, StartError> {
    let report = block_on(async { check(&options.data, options.repair).await.map_err(StartError::from) })?;
    report.print(options.report);
    Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks the site in a data folder; with `repair` it mends what it can first, and checks again.
///
/// # Errors
/// [`DataFolderError`] when there is no site in the folder.
pub async fn check(data: &Path, repair: bool) -> Result<Report, DataFolderError> {
    let folder = DataFolder::existing(data)?;
    let is_running = folder.is_in_use()?;
    let found = look::look(&folder, is_running).await;
    if !repair || !found.iter().any(|(_, finding)| finding.can_be_repaired(is_running)) {
        return Ok(Report { found, repaired: Vec::new(), is_running });
    }
    // Nobody starts a server meanwhile.
    let lock = if is_running { None } else { Some(folder.lock()?) };
    let repaired = repair::repair(&folder, is_running, &found).await;
    drop(lock);
    Ok(Report { found: look::look(&folder, is_running).await, repaired, is_running })
}
