//! The start page: the vision, the calendar in its season, the newest posts.

mod api;
mod page;

#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

pub use page::StartPage;
