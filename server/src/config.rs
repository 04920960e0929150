//! The configuration of `guldkorn serve`, made of its options.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::mail::{Mail, MailConfigError};
use app::time::Clock;

use crate::cli::{Secret, ServeOptions};
use crate::metrics::MetricsToken;
use crate::purge::{Purge, PurgeSettings, TargetError};
use crate::site_files::SiteFiles;
use crate::start_time::{self, InvalidStartTime};

/// The validated options of `guldkorn serve`.
pub struct ServeConfig {
    /// The folder with the database and the pictures.
    pub data: PathBuf,
    /// The address to listen on.
    pub addr: SocketAddr,
    /// The site's own files.
    pub site: SiteFiles,
    /// Whether an empty data folder gets the demo site.
    pub demo: bool,
    /// How many generated posts the demo site gets, for measuring.
    pub demo_posts: u32,
    /// The machine's clock, or one moved by `--at`.
    pub clock: Clock,
    /// The program that decodes HEIC: this one, if the operator has turned that on.
    pub heic_decoder: Option<Arc<Path>>,
    /// How mails are sent, if they are.
    pub mail: Mail,
    /// What has to be shown to see the metrics.
    pub metrics_token: MetricsToken,
    /// The caches in front that are told of changes.
    pub purge: Purge,
    /// The folder of nightly backups, if they are made.
    pub backup_folder: Option<PathBuf>,
}

/// Which option cannot be right.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// `--addr` is not an IP address with a port.
    #[error("adressen \"{0}\" går inte att läsa: skriv IP-adress och port, till exempel 127.0.0.1:3000")]
    Address(String),
    /// `--at` is not a time.
    #[error(transparent)]
    Time(#[from] InvalidStartTime),
    /// `--heic` cannot find this program.
    #[error("programmet hittar inte sig självt för --heic: {0}")]
    Program(std::io::Error),
    /// `--smtp-url` or `--mail-from` cannot be used.
    #[error(transparent)]
    Mail(#[from] MailConfigError),
    /// `--purge`, `--webhook` or what belongs to them cannot be used.
    #[error(transparent)]
    Purge(#[from] TargetError),
}

impl ServeConfig {
    /// Validates the options.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn from_options(options: ServeOptions) -> Result<Self, ConfigError> {
        let Ok(addr) = options.addr.parse() else { return Err(ConfigError::Address(options.addr)) };
        let clock = start_time::clock(options.at.as_deref())?;
        let server = options.smtp_url.as_ref().map(Secret::text);
        let mail = match (non_empty(server), non_empty(options.mail_from.as_deref())) {
            (Some(server), Some(from)) => Mail::through(server, from)?,
            (None, None) => Mail::default(),
            _ => return Err(MailConfigError::Half.into()),
        };
        let purge = Purge::read(PurgeSettings {
            caches: &options.purge.caches,
            method: &options.purge.method,
            webhooks: &options.purge.webhooks,
            secret: options.purge.secret.as_ref().map(Secret::text),
        })?;
        let heic_decoder = if options.heic { Some(this_program()?) } else { None };
        Ok(Self {
            data: options.data,
            addr,
            site: SiteFiles::choose(options.site),
            demo: options.demo,
            demo_posts: options.demo_posts,
            clock,
            heic_decoder,
            mail,
            metrics_token: MetricsToken::new(options.metrics_token.as_ref().map(Secret::text)),
            purge,
            backup_folder: options.backup_dir.filter(|folder| !folder.as_os_str().is_empty()),
        })
    }
}

fn this_program() -> Result<Arc<Path>, ConfigError> {
    std::env::current_exe().map(Into::into).map_err(ConfigError::Program)
}

/// Treats an environment variable that is set but empty as not set.
fn non_empty(option: Option<&str>) -> Option<&str> {
    option.map(str::trim).filter(|text| !text.is_empty())
}
