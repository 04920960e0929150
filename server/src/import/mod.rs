//! `guldkorn import`: the formats in which content comes, and the command.
//!
//! A format is a [`Reader`](app::import::Reader); everything from there on is in `app::import`. `detect` tells formats
//! apart by their content. `html` turns HTML into Markdown for the formats that hold it.

mod command;
mod csv;
mod dates;
mod decode;
mod detect;
mod exported;
mod ghost;
mod given;
mod html;
mod input;
mod made_title;
mod markdown;
mod opened;
mod options;
mod resolved;
#[cfg(test)]
mod testing;
mod wxr;
mod zip;

pub use command::{ImportCommandError, run};
pub(crate) use given::Given;
pub(crate) use opened::Chosen;
pub use options::ImportOptions;

/// Kind of the temporary folder in which an import unpacks.
pub(crate) const FOLDER: &str = "import";
