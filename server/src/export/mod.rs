//! `guldkorn export`: all content of a site in one zip file, for this program and for others.
//!
//! `source` is a snapshot of the database, read in batches. `write` goes through it into an `output`: `media` as they are stored, each list as
//! JSON Lines while it is read (`pieces`), the posts once more as Markdown (`markdown`), and at the end the manifest. The file
//! is read back before it has its name. The form itself is [`app::export`].

mod command;
mod error;
mod front_matter;
mod markdown;
mod media;
mod options;
mod output;
mod pieces;
mod source;
mod write;

pub use command::run;
pub use error::ExportError;
pub use options::ExportOptions;
pub use write::{Exported, write};

use crate::archive::Limits;

/// What an export may ask of whoever imports it: far beyond any site, and short of filling every disk. Lists of settings
/// that are alike pack well.
pub const LIMITS: Limits =
    Limits { entries: 1_000_000, entry_bytes: 1 << 40, total_bytes: 1 << 42, ratio: 500 };
