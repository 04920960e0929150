//! The SQL of reserves.

mod fillings;
mod list;
mod switch;

pub(crate) use fillings::{Filling, filled_since};
pub(super) use fillings::{add_filling, begun_by, filled_of, mark_told};
pub(crate) use list::{Listed, add, add_newest, clear};
pub(super) use list::{is_listed, listed, order, remove, set_order};
pub(crate) use switch::switch;
pub(super) use switch::{
    due_doors, due_editions, edition_title, forget_the_future, is_on, next_opening, note_settled,
};
