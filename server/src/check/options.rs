//! The options of `guldkorn check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Options of `guldkorn check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Mappen med databas och bilder.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Laga det som kan räknas fram på nytt. Det mesta lagas bara när webbplatsen är stängd.
    #[arg(long)]
    pub repair: bool,
    /// Hur resultatet skrivs.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub report: ReportFormat,
}

/// The format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// En rad per fel, för människor.
    Text,
    /// JSON, för program.
    Json,
}
