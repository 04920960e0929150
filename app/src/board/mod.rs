//! The board: the days of an edition at a glance, and what staff do with the texts on them.
//!
//! `overview` reads an edition for the board. An [`Order`] is what somebody wants; `arrangement` works out
//! which texts go where, without a database, and `perform` does it in one transaction, if the days are still as whoever
//! gave the order had [`Seen`] them. `undo` gives the last order of each member of staff back. What a text lacks is
//! said by `calendar::editing`, and what a text is without its door by `posts`: neither has a rule of its own here.

mod arrangement;
mod error;
mod order;
mod overview;
mod perform;
mod retention;
mod store;
#[cfg(test)]
mod tests;
mod undo;
mod words;

pub(crate) use arrangement::Seen;
pub(crate) use error::BoardError;
pub(crate) use order::{Order, WhenTaken};
pub(crate) use overview::{Board, BoardDay, Distance, Progress, board};
pub(crate) use perform::perform;
pub(crate) use retention::declared;
pub(crate) use store::LooseText;
pub(crate) use store::version::{last_change, version};
pub(crate) use undo::undo;
