//! What staff do with editions: begin one, change it, and see what is missing on its days.
//!
//! `read` makes sense of what somebody typed, `save` keeps the rules about what readers have already seen, `days`
//! tells what hangs where, `delete` takes away what nobody needs. `former` leads readers on from an address that an edition had.

mod days;
mod delete;
mod read;
mod redirects;
mod save;
mod store;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use days::{Day, Hung, days};
pub(crate) use delete::{Deleted, delete};
pub use redirects::redirect_from;
pub(crate) use save::{Begun, Saved, begin, proposal, save};
pub(crate) use store::{EditionRecord, all, find, hung_counts};
pub(crate) use words::{ranges, span};
