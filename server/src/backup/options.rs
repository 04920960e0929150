//! Options of `guldkorn backup` and `guldkorn restore`.

use std::path::PathBuf;

use clap::Args;

/// Options of `guldkorn backup`.
#[derive(Debug, Args)]
pub struct BackupOptions {
    /// Mappen med databas och bilder.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Zipfilen som ska skrivas. Den får inte finnas redan.
    #[arg(value_name = "FIL.zip")]
    pub file: PathBuf,
}

/// Options of `guldkorn restore`.
#[derive(Debug, Args)]
pub struct RestoreOptions {
    /// Mappen som ska fyllas. Den ska vara tom eller saknas.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Säkerhetskopian.
    #[arg(value_name = "FIL.zip")]
    pub file: PathBuf,
}
