//! The calendar outside the site's own pages: in a frame on another site, and on a screen on a wall.
//!
//! Both are documents of their own, without the client: they store nothing, send nothing, and hold one short script each,
//! which the content security policy names by its hash.

mod document;
mod frame;
mod frame_view;
mod oembed;
mod script;
mod snippet;
mod wall;
mod wall_view;

pub use document::EmbeddedPage;
pub use frame::frame_page;
pub(crate) use oembed::discovery_link;
pub use oembed::{OembedError, OembedQuery, oembed};
pub(crate) use snippet::snippet;
pub use wall::wall_page;
