//! Runs `guldkorn import`.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use app::import::{ImportError, MediaFolder, Options, ReadError, Report};
use app::state::AppState;
use app::time::Clock;

use super::detect::{DetectError, detect};
use super::exported::{ExportFileError, TakeBackError, VerifiedExport, take_back};
use super::input::Input;
use super::opened::{Chosen, Opened};
use super::options::{ImportOptions, ReportFormat};
use super::zip::UnpackError;
use crate::data_folder::DataFolder;
use crate::open_site::{StartError, with_site};
use crate::serve::{self, ServeError};
use crate::start_time;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportCommandError {
    /// The command could not begin.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The file is nothing that can be imported.
    #[error(transparent)]
    Detect(#[from] DetectError),
    /// The file is an export that is refused.
    #[error("{0}: {1}")]
    Export(String, ExportFileError),
    /// The export was not taken back.
    #[error(transparent)]
    TakeBack(#[from] TakeBackError),
    /// The zip file cannot be unpacked.
    #[error(transparent)]
    Unpack(#[from] UnpackError),
    /// The file cannot be read.
    #[error(transparent)]
    Source(#[from] ReadError),
    /// The folder with the pictures cannot be read.
    #[error("mappen med bilder {0} kan inte läsas ({1}): kontrollera --media")]
    Media(String, io::Error),
    /// The import did not begin.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The data could not be brought up to date.
    #[error(transparent)]
    Site(#[from] ServeError),
    /// Standard output is closed.
    #[error("rapporten kunde inte skrivas ut ({0}): importen är gjord")]
    Output(io::Error),
}

impl ImportCommandError {
    /// Returns whether the command is wrong whatever the database holds.
    pub(crate) fn is_usage_error(&self) -> bool {
        match self {
            Self::Start(error) => error.is_usage_error(),
            other => matches!(other, Self::Detect(DetectError::Unreadable(..)) | Self::Media(..)),
        }
    }
}

/// Imports a file or folder and prints the report. The exit code is 1 when something is missing.
///
/// # Errors
/// See [`ImportCommandError`].
pub fn run(options: ImportOptions) -> Result<ExitCode, ImportCommandError> {
    let clock = start_time::clock(options.at.as_deref()).map_err(StartError::from)?;
    // What is refused is refused before a data folder is made.
    let export = match options.kind {
        None => VerifiedExport::open(&options.path),
        Some(_) => Ok(None),
    };
    let export =
        export.map_err(|error| ImportCommandError::Export(options.path.display().to_string(), error))?;
    if let Some(export) = export {
        return in_site(&options, clock, async |folder, state| {
            Ok(take_back(state, export, folder, (options.dry_run, options.settings)).await?)
        });
    }
    let detected = detect(&options.path, options.kind)?;
    let media = options.media.as_deref().map(open_media).transpose()?;
    let folder = DataFolder::prepare(&options.data).map_err(StartError::from)?;
    let input = Input::open(&options.path, detected, folder.path())?;
    let media = match &input.media {
        Some(within) if media.is_none() => Some(open_media(within)?),
        _ => media,
    };
    in_site(&options, clock, async |_, state| import(state, &input, &options, media).await)
}

/// Opens the site, imports something into it, and prints the report.
fn in_site(
    options: &ImportOptions,
    clock: Clock,
    work: impl AsyncFnOnce(&DataFolder, &AppState) -> Result<Report, ImportCommandError>,
) -> Result<ExitCode, ImportCommandError> {
    with_site(&options.data, async |folder, db| {
        serve::set_time_zone(db).await?;
        // What is written is of this program's version, so what is there has to be: in a new site nothing.
        serve::render_outdated_texts(db).await?;
        let state = AppState::offline(db.clone(), clock, &folder.media());
        let report = work(folder, &state).await?;
        print(&report, options.report).map_err(ImportCommandError::Output)?;
        Ok(if report.is_complete() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}

fn open_media(folder: &Path) -> Result<MediaFolder, ImportCommandError> {
    MediaFolder::open(folder).map_err(|error| ImportCommandError::Media(folder.display().to_string(), error))
}

async fn import(
    state: &AppState,
    input: &Input,
    options: &ImportOptions,
    media: Option<MediaFolder>,
) -> Result<Report, ImportCommandError> {
    let chosen = Chosen {
        name: options.source.clone().or_else(|| input.name.clone()),
        types: options.types.clone(),
        trash: options.trash,
        incomplete: options.incomplete,
    };
    let opened = Opened::open(input.kind, &input.path, chosen)?;
    let options = Options { is_dry_run: options.dry_run, media, ..Options::default() };
    Ok(opened.import(state, options).await?)
}

fn print(report: &Report, format: Option<ReportFormat>) -> io::Result<()> {
    let text = match format {
        Some(ReportFormat::Json) => format!("{:#}\n", report.to_json()),
        None => report.to_string(),
    };
    io::Write::write_all(&mut io::stdout(), text.as_bytes())
}
