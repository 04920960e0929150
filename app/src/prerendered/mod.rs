//! Pages whose HTML comes whole from the server: the blog, its posts, the voices, search results, plain pages.
//!
//! One route of the client shows them all, and one server function renders them. So the client holds nothing of any of
//! these pages, and a new one does not make it larger.

mod api;
mod page;

#[cfg(feature = "ssr")]
mod redirects;
#[cfg(feature = "ssr")]
mod route;

pub(crate) use api::read;
pub use page::PrerenderedPage;
