//! Why a site could not be frozen.

use std::io;
use std::path::PathBuf;

use app::error::AppError;
use lol_html::errors::RewritingError;

use crate::open_site::StartError;
use crate::serve::ServeError;
use crate::site_files::SiteFilesError;

/// Why a site could not be frozen.
#[derive(Debug, thiserror::Error)]
pub enum FreezeError {
    /// The command could not begin.
    #[error(transparent)]
    Start(#[from] StartError),
    /// `--base` is no path.
    #[error("sökvägen \"{0}\" går inte att läsa: skriv till exempel --base /arkiv")]
    Base(String),
    /// There is something in the folder already.
    #[error("mappen {0} är inte tom: välj en mapp som är tom eller inte finns, så skrivs inget över")]
    NotEmpty(PathBuf),
    /// The site's files are missing.
    #[error(transparent)]
    SiteFiles(#[from] SiteFilesError),
    /// The data could not be brought up to date.
    #[error(transparent)]
    Site(#[from] ServeError),
    /// The data could not be read.
    #[error("webbplatsens innehåll kunde inte läsas: kör guldkorn serve och läs loggen")]
    Content(#[from] AppError),
    /// The folder cannot be made.
    #[error("mappen {0} kan inte skapas ({1}): kontrollera att mappen ovanför finns och går att skriva i")]
    Out(PathBuf, io::Error),
    /// A file cannot be written.
    #[error("filen {0} kunde inte skrivas ({1}): kontrollera att det finns plats på disken, och kör igen")]
    Write(String, io::Error),
    /// A page could not be made.
    #[error("sidan {0} kunde inte göras: kör guldkorn serve och öppna den, så står felet i loggen")]
    Page(String),
    /// A page could not be rewritten.
    #[error("en sida kunde inte göras om till en fil: {0}")]
    Rewrite(#[from] RewritingError),
    /// Somebody stopped the program.
    #[error("avbrutet: inget är sparat")]
    Interrupted,
}

impl FreezeError {
    /// Returns whether the command is wrong whatever the database holds.
    pub(crate) const fn is_usage_error(&self) -> bool {
        match self {
            Self::Start(error) => error.is_usage_error(),
            other => matches!(other, Self::Base(_) | Self::NotEmpty(_)),
        }
    }
}
