//! The calendar's pages.

mod current;
mod door;
mod edition;

pub use current::CurrentEditionPage;
pub use door::DoorPage;
pub use edition::EditionPage;
