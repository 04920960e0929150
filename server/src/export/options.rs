//! Options of `guldkorn export`.

use std::path::PathBuf;

use clap::Args;

/// Options of `guldkorn export`.
#[derive(Debug, Args)]
pub struct ExportOptions {
    /// Mappen med databas och bilder.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Zipfilen som ska skrivas. Den får inte finnas redan.
    #[arg(value_name = "FIL.zip")]
    pub file: PathBuf,
}
