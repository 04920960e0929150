//! Letters that tell the staff ahead of time: what is missing in the next fourteen days, what waits for whom, what has opened.
//!
//! Each person chooses in their account; nobody gets a letter unasked. `choice` decides by the clock alone when a letter is
//! due, `content` gathers what there is to tell, `letter` writes it, `send` sends what is due once a minute, `way_out` ends
//! the letters by the link in each of them.

mod change;
mod choice;
mod content;
mod letter;
mod retention;
mod send;
mod store;
#[cfg(test)]
mod tests;
mod way_out;

pub(crate) use change::{choice_of, choose};
pub(crate) use choice::{Choice, Rhythm};
pub(crate) use retention::declared;
pub use send::{run, send_due};
pub(crate) use store::failing_since;
pub use way_out::{Known, end, is_known};
