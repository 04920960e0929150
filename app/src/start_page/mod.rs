//! The start page: the vision, the calendar in its season, the newest posts.

mod api;
mod handlers;
mod page;
mod views;

pub(crate) use page::start_page;
