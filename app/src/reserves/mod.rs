//! Reserves: texts that fill a door which would open without one, in the order that staff have given them.
//!
//! A door counts as empty when nothing hangs there that readers get as it opens. Filling it is written down, in one
//! transaction, by whoever comes first after the opening: the first request ([`settle_due`] stands before every page), the
//! task ([`run`]) or the next start. No request after the opening sees the door as it was before, so it is as if the reserve
//! had been there in time (`docs/decisions/0032-reserves-are-written-down-before-anybody-looks.md`).
//!
//! `fitness` says which text may be a reserve, `change` is what staff do with the list, `fill` fills doors, `letter` tells of it,
//! `moved_clock` keeps a pretended time from filling any but those of the demo site.

mod change;
mod due;
mod error;
mod fill;
mod fitness;
mod letter;
mod list;
mod moved_clock;
mod retention;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use change::{add, add_displaced, remove, reorder, switch};
pub use due::{run, settle_due};
pub(crate) use error::ReserveError;
pub(crate) use fill::settle;
pub(crate) use list::{Reserve, Reserves, reserves};
pub(crate) use moved_clock::is_held_back;
pub use moved_clock::let_moved_clock_fill;
pub(crate) use retention::declared;
pub(crate) use store::Filling;
