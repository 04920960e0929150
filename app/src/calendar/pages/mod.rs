//! The calendar's pages.

mod door;
mod edition;

pub(crate) use door::door_page;
pub(crate) use edition::edition_page;
