//! What the lists look like.

mod filters;
mod list;
mod notice;
mod pages;
mod row;
mod ticked;

pub(super) use list::{Shown, list};
pub(super) use pages::pages;
