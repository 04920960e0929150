//! The calendar's pages.

mod door;
mod edition;

pub use door::DoorPage;
pub use edition::EditionPage;
