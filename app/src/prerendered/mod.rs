//! Pages that are only read: the blog, its posts, the voices, the plain pages.
//!
//! Whatever the address, one route shows them and one server function finishes them. So the client holds nothing of
//! any of these pages, and a new one costs it nothing.

mod api;
mod page;

#[cfg(feature = "ssr")]
mod address;
#[cfg(feature = "ssr")]
mod redirects;

pub(crate) use api::read;
pub use page::PrerenderedPage;
