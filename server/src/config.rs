//! What `guldkorn serve` does, decided from its options.

use std::net::SocketAddr;
use std::path::PathBuf;

use app::mail::{Mail, MailSetUpError};
use app::time::Clock;

use crate::cli::{Secret, ServeOptions};
use crate::start_time::{UnreadableTime, parse};

/// Everything that serving needs to know.
pub struct ServeConfig {
    /// Where the database and the pictures are.
    pub data: PathBuf,
    /// Where to listen.
    pub addr: SocketAddr,
    /// Where the built client's files are.
    pub site: PathBuf,
    /// Whether an empty data folder gets the demo site.
    pub demo: bool,
    /// How many generated posts the demo site gets, for measuring.
    pub demo_posts: u32,
    /// What time it is.
    pub clock: Clock,
    /// How letters are sent, if they are.
    pub mail: Mail,
}

/// Why the options make no sense.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// `--addr` is no address.
    #[error("adressen \"{0}\" går inte att läsa: skriv IP-adress och port, till exempel 127.0.0.1:3000")]
    Address(String),
    /// `--at` is no time.
    #[error(transparent)]
    Time(#[from] UnreadableTime),
    /// Letters cannot be sent that way.
    #[error(transparent)]
    Mail(#[from] MailSetUpError),
}

impl ServeConfig {
    /// Decides.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn decide(options: ServeOptions) -> Result<Self, ConfigError> {
        let Ok(addr) = options.addr.parse() else { return Err(ConfigError::Address(options.addr)) };
        let clock = match said(options.at.as_deref()) {
            Some(text) => Clock::moved(parse(text)?),
            None => Clock::machine(),
        };
        let server = options.smtp_url.as_ref().map(Secret::text);
        let mail = match (said(server), said(options.mail_from.as_deref())) {
            (Some(server), Some(from)) => Mail::through(server, from)?,
            (None, None) => Mail::default(),
            _ => return Err(MailSetUpError::Half.into()),
        };
        Ok(Self {
            data: options.data,
            addr,
            site: options.site,
            demo: options.demo,
            demo_posts: options.demo_posts,
            clock,
            mail,
        })
    }
}

/// An environment variable that is set but empty means nothing.
fn said(option: Option<&str>) -> Option<&str> {
    option.map(str::trim).filter(|text| !text.is_empty())
}
