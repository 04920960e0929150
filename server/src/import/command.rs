//! Runs `guldkorn import`.

use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use app::cache::Extensions;
use app::db::{Db, OpenError};
use app::import::{ImportError, MediaFolder, Options, Progress, ReadError, Report};
use app::mail::Mail;
use app::state::{AppState, Assets};
use app::time::{self, Clock};

use super::detect::{DetectError, detect};
use super::input::Input;
use super::opened::{Chosen, Opened};
use super::options::{ImportOptions, ReportFormat};
use super::zip::UnpackError;
use crate::data_folder::{DataFolder, DataFolderError};
use crate::start_time::{self, InvalidStartTime};

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportCommandError {
    /// The data folder cannot be used.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// `--at` is not a time.
    #[error(transparent)]
    Time(#[from] InvalidStartTime),
    /// The file is nothing that can be imported.
    #[error(transparent)]
    Detect(#[from] DetectError),
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
    /// The settings could not be read.
    #[error("inställningarna kunde inte läsas: {0}")]
    Settings(sqlx::Error),
    /// The operating system refused threads, or standard output.
    #[error("programmet kunde inte köras: {0}")]
    Runtime(io::Error),
}

impl ImportCommandError {
    /// Returns whether the command is wrong whatever the database holds.
    pub(crate) fn is_usage_error(&self) -> bool {
        matches!(self, Self::Time(_) | Self::Detect(DetectError::Unreadable(..)) | Self::Media(..))
    }
}

/// Imports a file or folder and prints the report. The exit code is 1 when something is missing.
///
/// # Errors
/// See [`ImportCommandError`].
pub fn run(options: ImportOptions) -> Result<ExitCode, ImportCommandError> {
    let clock = start_time::clock(options.at.as_deref())?;
    // What is refused is refused before a data folder is made.
    let detected = detect(&options.path, options.kind)?;
    let media = options.media.as_deref().map(open_media).transpose()?;
    let folder = DataFolder::prepare(&options.data)?;
    let input = Input::open(&options.path, detected, folder.path())?;
    let media = match &input.media {
        Some(within) if media.is_none() => Some(open_media(within)?),
        _ => media,
    };
    let runtime = tokio::runtime::Runtime::new().map_err(ImportCommandError::Runtime)?;
    runtime.block_on(async {
        let db = Db::open(&folder.database()).await?;
        folder.log_warnings();
        let zone = app::site::store::time_zone(db.reader()).await.map_err(ImportCommandError::Settings)?;
        time::set_site_zone(&zone);
        let state = state(&db, clock, &folder.media());
        let result = import(&state, &input, &options, media).await;
        db.close().await;
        let report = result?;
        print(&report, options.report).map_err(ImportCommandError::Runtime)?;
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
    let options = Options { is_dry_run: options.dry_run, media, progress: Progress::default() };
    Ok(opened.import(state, options).await?)
}

/// Returns the state of a site that serves nobody.
fn state(db: &Db, clock: Clock, media: &Path) -> AppState {
    AppState {
        db: db.clone(),
        clock,
        assets: Arc::new(Assets::default()),
        address: "".into(),
        media_folder: media.into(),
        heic_decoder: None,
        mail: Mail::default(),
        extensions: Extensions::default(),
    }
}

fn print(report: &Report, format: Option<ReportFormat>) -> io::Result<()> {
    let text = match format {
        Some(ReportFormat::Json) => format!("{:#}\n", report.to_json()),
        None => report.to_string(),
    };
    io::Write::write_all(&mut io::stdout(), text.as_bytes())
}
