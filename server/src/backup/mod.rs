//! Backups: one zip file with the database and the files of its pictures and documents, made while the site is served, and
//! restored into an empty folder.
//!
//! `make` copies the database first and then what that copy names, so that the two belong together, and reads everything
//! back before the file gets its name. `restore` believes nothing: it judges the zip file, compares every file with the
//! `manifest`, checks the database, and only then moves all of it into place. `nightly` makes backups by itself.

mod background;
mod commands;
mod error;
mod make;
mod manifest;
pub mod nightly;
mod options;
mod restore;
mod restore_error;
pub(crate) mod staging;

use crate::archive::Limits;

pub use commands::{backup, restore};
pub use error::BackupError;
pub use make::{Backup, make};
pub use options::{BackupOptions, RestoreOptions};
pub use restore::{Restored, restore_into};
pub use restore_error::RestoreError;

/// Name of the database within a backup.
const DATABASE: &str = "guldkorn.db";
/// Folder of pictures and documents within a backup.
const MEDIA: &str = "media/";

/// What a backup may ask of whoever restores it: far beyond any site, and short of filling every disk. Text in a database
/// packs well.
const LIMITS: Limits = Limits { entries: 1_000_000, entry_bytes: 1 << 40, total_bytes: 1 << 42, ratio: 500 };
