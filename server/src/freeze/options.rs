//! Options of `guldkorn freeze`.

use std::path::PathBuf;

use clap::Args;

/// Options of `guldkorn freeze`.
#[derive(Debug, Args)]
pub struct FreezeOptions {
    /// Mappen med databas och bilder.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Mappen med den byggda webbplatsens filer, i stället för dem som finns i programmet.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_SITE")]
    pub site: Option<PathBuf>,
    /// Frys webbplatsen som den är vid en annan tid, till exempel 2026-12-24T20:00 (svensk tid).
    #[arg(long, value_name = "TID", env = "GULDKORN_AT")]
    pub at: Option<String>,
    /// Sökvägen där filerna ska ligga på webbservern, till exempel /arkiv. Sidorna fungerar överallt; det här gäller
    /// listorna med omdirigeringar och sidan för adresser som inte finns.
    #[arg(long, value_name = "SÖKVÄG", default_value = "/")]
    pub base: String,
    /// Mappen att skriva i. Den ska vara tom eller inte finnas.
    #[arg(value_name = "MAPP")]
    pub out: PathBuf,
}
