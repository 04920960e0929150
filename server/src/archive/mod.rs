//! Zip files: those that people give are read only after they have been judged, and ours are there wholly or not at all.
//!
//! [`Archive::open`] refuses before anything is unpacked: by the number of entries, by their names, by what they say they
//! become. What an entry turns out to be is counted while it is read. One parser judges and reads, so nothing can look
//! different to the judge and to the reader. [`ArchiveWriter`] writes beside the place, and what it wrote can be read back
//! before it gets its name.

mod error;
mod judge;
mod limits;
mod name;
mod read_back;
mod reader;
#[cfg(test)]
mod tests;
mod writer;

pub use error::{ArchiveError, EntryFault, RefusedEntries};
pub use limits::Limits;
pub(crate) use name::is_reserved;
pub use read_back::ReadBackError;
pub use reader::{Archive, Entry, EntryReader};
pub use writer::{ArchiveWriter, FinishedArchive, Packing, WriteError, Written, copy};
