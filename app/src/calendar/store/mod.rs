//! The SQL for editions and their doors.

mod exported;
mod guldkorn;
mod highlights;
mod public;
mod schedule;
mod verify;
mod write;

#[cfg(test)]
mod tests;

pub(super) use exported::{clear_labels, set_identity};
pub(crate) use exported::{hangs, known_editions, post_on, remember_former};
pub(super) use guldkorn::{OpenedDoor, guldkorn_on_door, opened_doors, tags_on_door};
pub(super) use highlights::highlights;
pub use public::{count_open_doors, opening_at, public_editions};
pub(crate) use public::{label_of, next_opening, open_titles, post_on_door, printed_sources};
pub use verify::{WrongOpenings, circular_redirects, delete_circular_redirects, wrong_openings};
pub(super) use write::write_doors;
pub use write::{add_edition, refresh_openings, set_label};
