//! The SQL of the numbers.

mod read;
mod write;

pub(crate) use read::{Selection, TextReads, Unit, by_day, by_text, months, rows};
pub(crate) use write::{add, delete_before};
pub use write::{countable, put};
