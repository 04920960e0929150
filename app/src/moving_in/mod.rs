//! Imports that staff begin in the admin: from the files that they give, by a dry run, to what came.
//!
//! There is one at a time ([`MoveIn`]), and its [`MoveInState`] says what may happen next. The server receives the files and
//! runs the import (`server/src/moving_in`); `acts` records what it does, `running` lets others look on and stop it, `store`
//! has the SQL. The files lie in [`folder`] and go when the import ends, or a day after the last step. Of those that have
//! ended the reports of the last few are kept.

mod acts;
mod choices;
mod clean_up;
mod folder;
mod move_in;
mod running;
mod store;
#[cfg(test)]
mod tests;

pub use acts::{begin_receiving, begin_run, cancel_receiving, discard, end_run, received};
pub use choices::MoveInChoices;
pub(crate) use choices::{OpenChoices, without_options};
pub use clean_up::{delete_abandoned, end_interrupted};
pub use folder::folder;
pub use move_in::{MoveIn, MoveInState, RunKind};
pub use running::Running;
pub use store::{ended, find, open};
