//! Pictures: their variants, who may see them, and how a page shows them.

#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use picture::{Picture, PictureView};
