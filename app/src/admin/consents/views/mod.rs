//! What the ledger looks like.

mod entry;
mod list;

pub(super) use entry::{Entry, entry};
pub(super) use list::{Listed, list};
