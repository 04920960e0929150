//! What staff do with editions: begin one, change it, and see what is missing on its days.
//!
//! `read` makes sense of what somebody typed, `save` keeps the rules about what readers have already seen, `days`
//! tells what hangs where, `delete` takes away what nobody needs. `former` leads readers on from an address that an edition had.

mod days;
mod delete;
mod former;
mod read;
mod save;
mod store;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use days::{Day, Hung, days};
pub(crate) use delete::{Deleted, delete};
pub use former::former_address;
pub(crate) use save::{Begun, Saved, begin, proposal, save};
pub(crate) use store::{KeptEdition, all, find, hung_counts};
pub(crate) use words::{ranges, span};
