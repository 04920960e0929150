//! Readers' pages: the start page, the calendar, the blog, its posts, the voices, the search, plain pages.
//!
//! All are rendered whole by the server, as HTML. The client gets them by one server function and holds nothing of any of
//! them, so a new one does not make it larger.

mod api;
mod page;
mod redirects;
mod route;

pub(crate) use page::PrerenderedPage;
