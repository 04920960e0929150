//! The options of `guldkorn audit-leaks`.

use std::path::PathBuf;

use clap::Args;

/// Options of `guldkorn audit-leaks`.
#[derive(Debug, Args)]
pub struct LeakAuditOptions {
    /// Mappen med databas och bilder.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Fråga som om klockan var en annan, till exempel 2026-12-07T08:00 (svensk tid).
    #[arg(long, value_name = "TID", env = "GULDKORN_AT")]
    pub at: Option<String>,
}
